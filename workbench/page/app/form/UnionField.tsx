// A value of one of several kinds, each with the name of its constant.
import {Select} from '@mantine/core'
import {useMemo, useRef, useState} from 'react'
import {isObject, type Json, pointerOf} from '../json'
import {memberFor, memberNames} from '../members'
import {initialValue, kindOf, unionOf} from '../schema'
import {type FieldProps, useForm} from './context'
import {Field, Fields} from './Fields'
import {Fold} from './Fold'

export const UnionField = (props: FieldProps) => <Fold {...props}>{() => <UnionContent {...props} />}</Fold>

export function UnionContent({path, schema, label, value}: FieldProps) {
    const {root, change} = useForm()
    const members = useMemo(() => unionOf(schema, root), [schema, root])
    const names = useMemo(() => memberNames(members, root), [members, root])
    const [chosen, choose] = useState(-1)
    const before = useRef(new Map<number, Json>()) // what each kind had when another was chosen
    // A value that fits several members, such as an empty one, stays with the one that was chosen.
    const isChosen = members[chosen] && (value == null || memberFor([members[chosen]], value, root) === 0)
    const selected = isChosen ? chosen : memberFor(members, value, root)
    const member = members[selected]
    const select = (name: string | null) => {
        const index = names.indexOf(name ?? '')
        const next = members[index]
        if (!next || index === selected) return
        choose(index)
        if (value != null) before.current.set(selected, value)
        const made = before.current.get(index) ?? initialValue(next, root)
        if (before.current.has(index) || !isObject(made) || !isObject(value)) return change(path, made)
        const kept = Object.entries(value).filter(([name]) => next?.properties?.[name] && !(name in made))
        change(path, {...made, ...Object.fromEntries(kept)})
    }
    const look = {
        label: `Kind of ${label.toLowerCase()}`,
        labelProps: {title: pointerOf(path)},
        placeholder: 'Choose one',
        searchable: names.length > 8,
    }
    const kind = member && kindOf(member, root)
    const entry = kind && {path, schema: {...member, description: ''}, label: names[selected]!, kind, isRequired: false}
    return (
        <>
            <Select {...look} allowDeselect={false} data={names} value={names[selected] ?? null} onChange={select} />
            {entry && kind === 'object' && <Fields key={selected} {...entry} value={value} />}
            {entry && kind !== 'object' && <Field key={selected} entry={entry} value={value} />}
        </>
    )
}
