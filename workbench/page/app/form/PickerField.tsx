// An argument that is chosen by name: the script offers the choices, as it does in Windmill.
import {Select} from '@mantine/core'
import {useDebouncedCallback} from '@mantine/hooks'
import {useState} from 'react'
import type {Choice} from '../api'
import {isObject, type Json} from '../json'
import {type FieldProps, useForm} from './context'
import {useInput} from './inputs'

const PAUSE = 250 // milliseconds without typing, after which the choices are loaded

/** The name or ID in a value, which may also be an object such as {"id": …}. */
const referenceIn = (value: Json | undefined): string | null => {
    const inner = isObject(value) ? (value.id ?? value.value ?? value.name) : value
    return typeof inner === 'string' && inner ? inner : null
}

export function PickerField(props: FieldProps) {
    const {path, value} = props
    const {change, choices} = useForm()
    const [offered, setOffered] = useState<Choice[]>([])
    const [labels, setLabels] = useState(new Map<string, string>())
    const [typed, setTyped] = useState('')
    const load = async (text: string) => {
        const loaded = await choices(String(path[0]), text).catch(({message}: Error) => [{value: '', label: message}])
        setOffered(loaded)
        setLabels(before => new Map([...before, ...loaded.map(({value, label}) => [value, label] as const)]))
    }
    const loadSoon = useDebouncedCallback(load, PAUSE)
    const selected = referenceIn(value)
    const labelOf = (value: string) => labels.get(value) ?? value
    const text = typed.trim()
    // What is chosen is in the input, too: it is no search.
    const isSearch = (text: string) => !(selected && text === labelOf(selected)) && ![...labels.values()].includes(text)
    const options = offered.map(({value, label}, index) => ({
        value: value || `remark ${index}`,
        label,
        disabled: !value,
    }))
    const known = new Set(options.map(option => option.value))
    const others = [...new Set([selected, isSearch(text) ? text : null])]
        .filter((other): other is string => !!other && !known.has(other))
        .map(other => ({value: other, label: labelOf(other), disabled: false}))
    return (
        <Select
            {...useInput(props)}
            aria-required={props.isRequired}
            searchable
            clearable={!props.isRequired}
            placeholder="Choose, or type a name or an ID"
            data={[...options, ...others]}
            filter={({options}) => options}
            value={selected}
            onChange={chosen => change(path, chosen ?? undefined)}
            onDropdownOpen={() => void load('')}
            onSearchChange={search => {
                if (search === typed) return
                setTyped(search)
                loadSoon(isSearch(search) ? search.trim() : '')
            }}
        />
    )
}
