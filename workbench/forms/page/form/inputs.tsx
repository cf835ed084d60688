// The fields of single values, and of lists of them.
import {ActionIcon, Checkbox, Input, NativeSelect, SimpleGrid, Textarea, TextInput} from '@mantine/core'
import {type ReactNode, useState} from 'react'
import {type Json, pointerOf, type Path} from '../json'
import {isNullable, resolve, type Schema, unionOf} from '../schema'
import {fieldId, useFault, useForm} from './context'

export interface FieldProps {
    path: Path
    schema: Schema
    label: string
    isRequired: boolean
    value: Json | undefined
}

/** The properties that all inputs have in common. */
export function useInput({path, schema, label, isRequired}: FieldProps) {
    return {
        id: fieldId(path),
        label,
        labelProps: {title: pointerOf(path)},
        description: schema.description,
        withAsterisk: isRequired,
        'aria-required': isRequired,
        error: useFault(path),
    }
}

/** The text of an input, which may differ from how its value would be written, such as `12.` for 12. */
function useText(value: Json | undefined, write: (value: Json | undefined) => string, read: (text: string) => Json | undefined) {
    const [state, setState] = useState({text: write(value), value})
    if (JSON.stringify(state.value) !== JSON.stringify(value)) setState({text: write(value), value})
    return [state.text, (text: string) => (setState({text, value: read(text)}), read(text))] as const
}

/** A button in the field that sends null, which clears the field in Klaviyo. */
function useNull({path, schema, label, value}: FieldProps): {rightSection?: ReactNode; rightSectionPointerEvents?: 'all'; placeholder?: string} {
    const {change} = useForm()
    const placeholder = value === null ? 'null: clears the field' : schema.placeholder
    if (!isNullable(schema) || schema.nullable) return {placeholder}
    const toggle = () => change(path, value === null ? undefined : null)
    const button = (
        <ActionIcon variant={value === null ? 'filled' : 'subtle'} color="gray" size="sm" aria-label={`Send null as ${label}`} aria-pressed={value === null} title="Send null, which clears the field in Klaviyo" onClick={toggle}>
            ∅
        </ActionIcon>
    )
    return {placeholder, rightSection: button, rightSectionPointerEvents: 'all'}
}

const isLong = (value: Json | undefined) => typeof value === 'string' && (value.includes('\n') || value.length > 90)

export function TextField(props: FieldProps) {
    const {path, schema, value} = props
    const {change} = useForm()
    const input = useInput(props)
    const [hasLines] = useState(isLong(value) || /^(html|text|content|body|definition|message)$/.test(String(path.at(-1))))
    const text = typeof value === 'string' ? value : ''
    const limit = schema.maxLength ?? unionOf(schema, schema)[0]?.maxLength
    const description = limit && text ? `${input.description ?? ''} ${text.length} of ${limit} characters.` : input.description
    const onChange = (event: {currentTarget: {value: string}}) => change(path, event.currentTarget.value || undefined)
    const shared = {...input, ...useNull(props), description, value: text, onChange}
    return hasLines ? <Textarea {...shared} rows={Math.min(10, Math.max(2, text.split('\n').length))} /> : <TextInput {...shared} />
}

const readNumber = (text: string): Json | undefined => {
    const number = Number(text)
    const isNumber = /^-?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text.trim()) && (!Number.isInteger(number) || Number.isSafeInteger(number))
    return isNumber ? number : text.trim() || undefined
}

export function NumberField(props: FieldProps) {
    const {change} = useForm()
    const [text, read] = useText(props.value, value => String(value ?? ''), readNumber)
    return <TextInput {...useInput(props)} {...useNull(props)} inputMode="decimal" value={text} onChange={event => change(props.path, read(event.currentTarget.value))} />
}

/** One of a few values; booleans, too. */
export function ChoiceField(props: FieldProps) {
    const {path, schema, isRequired, value} = props
    const {change} = useForm()
    const {root} = useForm()
    const values: Json[] = unionOf(schema, root)[0]?.enum?.filter(item => item !== null) ?? [true, false]
    const options = isNullable(schema) && !schema.nullable ? [...values, null] : values
    const selected = value === undefined ? -1 : options.indexOf(value as never)
    return (
        <NativeSelect {...useInput(props)} value={selected} onChange={event => change(path, options[Number(event.currentTarget.value)])}>
            {(selected < 0 || !isRequired) && <option value={-1}>{selected < 0 && value !== undefined ? JSON.stringify(value) : ''}</option>}
            {options.map((option, index) => (
                <option key={index} value={index}>
                    {option === null ? 'null (clears the field)' : String(option)}
                </option>
            ))}
        </NativeSelect>
    )
}

export function ChoicesField(props: FieldProps) {
    const {path, schema, value} = props
    const {change, root} = useForm()
    const {id, 'aria-required': _, ...input} = useInput(props)
    const options = (resolve(unionOf(schema, root)[0]!.items, root).enum ?? []).map(String)
    return (
        <Checkbox.Group {...input} id={id} tabIndex={-1} value={Array.isArray(value) ? value.map(String) : []} onChange={chosen => change(path, chosen)}>
            <SimpleGrid cols={{base: 1, xs: 2, lg: 3}} spacing="xs" verticalSpacing={6} mt={6}>
                {options.map(option => (
                    <Checkbox key={option} size="xs" value={option} label={option} />
                ))}
            </SimpleGrid>
        </Checkbox.Group>
    )
}

/** A list of texts or numbers, one per line. */
export function LinesField(props: FieldProps) {
    const {path, schema, value} = props
    const {change, root} = useForm()
    const list = unionOf(schema, root)[0]!
    const isText = [resolve(list.items, root).type ?? []].flat().includes('string')
    const write = (value: Json | undefined) => (Array.isArray(value) ? value.map(String).join('\n') : '')
    const read = (text: string): Json | undefined => {
        const lines = text.split('\n').filter(line => line.trim())
        return lines.length ? lines.map(line => (isText ? line : (readNumber(line) ?? ''))) : props.isRequired ? [] : undefined
    }
    const [text, readText] = useText(value, write, read)
    const count = Array.isArray(value) ? value.length : 0
    const description = `${schema.description ?? ''} One per line${list.maxItems ? `: ${count} of ${list.maxItems.toLocaleString('en')}` : ''}.`
    return <Textarea {...useInput(props)} {...useNull(props)} description={description} rows={Math.min(8, Math.max(2, text.split('\n').length))} value={text} onChange={event => change(path, readText(event.currentTarget.value))} />
}

/** An object with any content, as JSON. */
export function JsonField(props: FieldProps) {
    const {path, schema, value} = props
    const {change} = useForm()
    const input = useInput(props)
    const [fault, setFault] = useState('')
    const [text, setText] = useState({text: value === undefined ? '' : JSON.stringify(value, null, 2), value})
    if (!fault && JSON.stringify(text.value) !== JSON.stringify(value)) setText({text: value === undefined ? '' : JSON.stringify(value, null, 2), value})
    const onChange = (typed: string) => {
        try {
            const read = typed.trim() ? (JSON.parse(typed) as Json) : undefined
            setText({text: typed, value: read})
            setFault('')
            change(path, read)
        } catch (error) {
            setText({text: typed, value})
            setFault(`Not valid JSON: ${(error as Error).message}`)
        }
    }
    const count = schema.maxProperties && value && typeof value === 'object' ? ` ${Object.keys(value).length} of ${schema.maxProperties} properties.` : ''
    const rows = Math.min(14, Math.max(2, text.text.split('\n').length))
    return <Textarea {...input} {...useNull(props)} error={fault || input.error} description={`${schema.description ?? ''}${count}`} className="json" placeholder='JSON, such as {"size": "M"}' rows={rows} spellCheck={false} value={text.text} onChange={event => onChange(event.currentTarget.value)} />
}

/** The frame of a field that is made of several controls. */
export function Frame({children, ...props}: FieldProps & {children: ReactNode}) {
    const {'aria-required': _, ...input} = useInput(props)
    return <Input.Wrapper {...input}>{children}</Input.Wrapper>
}
