// The fields of single values, and of lists of them.
import {Checkbox, NativeSelect, type NativeSelectProps, SimpleGrid, Textarea, TextInput} from '@mantine/core'
import {useState} from 'react'
import {explain, isExact, isObject, type Json, parseJson, pointerOf} from '../json'
import {canBeNull, resolve, unionOf} from '../schema'
import {formatNumber} from '../words'
import {NullButton} from './buttons'
import {type FieldProps, fieldId, useFault, useForm} from './context'

/** The properties that all inputs have in common. */
export function useInput({path, schema, label, isRequired}: FieldProps) {
    return {
        id: fieldId(path),
        label,
        labelProps: {title: pointerOf(path)},
        description: schema.description ?? '',
        withAsterisk: isRequired,
        error: useFault(path),
    }
}

export type Typed = {currentTarget: {value: string}}

/** An input whose text may differ from how its value would be written, such as `12.` for 12; `read` throws if it is none. */
function useText(props: FieldProps, write: (value: Json) => string, read: (text: string) => Json | undefined) {
    const {path, schema, value, isRequired} = props
    const {change, texts, keepText} = useForm()
    const input = useInput(props)
    const written = value == null ? '' : write(value)
    const [state, setState] = useState({text: written, value})
    if (JSON.stringify(state.value) !== JSON.stringify(value)) setState({text: written, value})
    const kept = texts.find(({at}) => pointerOf(at) === pointerOf(path))?.text
    const onChange = ({currentTarget: {value: text}}: Typed) => {
        try {
            const value = read(text)
            setState({text, value})
            change(path, value)
        } catch {
            keepText(path, text)
        }
    }
    return {
        ...input,
        'aria-required': isRequired,
        error: kept === undefined ? input.error : `Not sent: ${explain(read, kept)}`,
        placeholder: value === null ? NULL : schema.placeholder,
        rightSection: canBeNull(schema) && <NullButton {...props} />,
        rightSectionPointerEvents: 'all' as const,
        value: kept ?? state.text,
        onChange,
    }
}

const NULL = 'null: clears the field'

const count = (count: number, limit: number | undefined, what: string) =>
    limit === undefined ? '' : ` ${formatNumber(count)} of ${formatNumber(limit)} ${what}.`

const linesOf = (text: string, most: number) => Math.min(most, Math.max(2, text.split('\n').length))

const writeText = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value))

const LONG = /^(html|text|content|body|definition|message)$/

/** An input of a text; another value is shown as JSON. */
export const useTextInput = (props: FieldProps) => useText(props, writeText, text => text || undefined)

export function TextField(props: FieldProps) {
    const {path, schema} = props
    const {root} = useForm()
    const input = useTextInput(props)
    const text = input.value
    const [hasLines] = useState(text.includes('\n') || text.length > 90 || LONG.test(String(path.at(-1))))
    const description = input.description + count(text.length, unionOf(schema, root)[0]?.maxLength, 'characters')
    const shared = {...input, description}
    return hasLines ? <Textarea {...shared} rows={linesOf(text, 10)} /> : <TextInput {...shared} />
}

/** A number, or the text as it is for the script to refuse: nobody's digits are rounded. */
function readNumber(text: string): Json | undefined {
    const isNumber = /^-?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text.trim())
    return isNumber && isExact(text) ? Number(text) : text.trim() || undefined
}

export const NumberField = (props: FieldProps) => (
    <TextInput {...useText(props, String, readNumber)} inputMode="decimal" />
)

/** A list of texts or numbers, one per line. */
export function LinesField(props: FieldProps) {
    const {schema, value, isRequired} = props
    const {root} = useForm()
    const {items, maxItems} = unionOf(schema, root)[0]!
    const isText = [resolve(items, root).type].flat().includes('string')
    const write = (value: Json) => (Array.isArray(value) ? value.join('\n') : '')
    const read = (text: string) => {
        const lines = text.split('\n').filter(line => line.trim())
        return lines.length || isRequired ? lines.map(line => (isText ? line : (readNumber(line) ?? ''))) : undefined
    }
    const input = useText(props, write, read)
    const description = `${input.description} One per line.${count(Array.isArray(value) ? value.length : 0, maxItems, 'lines')}`
    return <Textarea {...input} description={description} rows={linesOf(input.value, 8)} />
}

/** A choice beside other controls. */
export function InlineChoice({label, onChoose, ...props}: NativeSelectProps & {onChoose: (value: string) => void}) {
    return (
        <NativeSelect aria-label={String(label)} onChange={event => onChoose(event.currentTarget.value)} {...props} />
    )
}

/** A value of any kind, as JSON. */
export function JsonField(props: FieldProps) {
    const {root} = useForm()
    const {schema, value} = props
    const limit = unionOf(schema, root)[0]?.maxProperties
    const read = (text: string) => (text.trim() ? parseJson(text) : undefined)
    const input = useText(props, value => JSON.stringify(value, null, 2), read)
    const description = input.description + count(isObject(value) ? Object.keys(value).length : 0, limit, 'properties')
    const look = {className: 'json', spellCheck: false, placeholder: input.placeholder ?? 'JSON, such as {"size": "M"}'}
    return <Textarea {...input} {...look} description={description} rows={linesOf(input.value, 14)} />
}

/** One of a few values; booleans, too. */
export function ChoiceField(props: FieldProps) {
    const {path, schema, isRequired, value} = props
    const {change, root} = useForm()
    const values: Json[] = unionOf(schema, root)[0]?.enum?.filter(item => item !== null) ?? [true, false]
    const options = canBeNull(schema) ? [...values, null] : values
    const selected = value === undefined ? -1 : options.indexOf(value as never)
    const data = options.map((option, index) => ({value: String(index), label: String(option ?? NULL)}))
    const blank = {value: '-1', label: selected < 0 && value !== undefined ? JSON.stringify(value) : ''}
    return (
        <NativeSelect
            {...useInput(props)}
            aria-required={isRequired}
            data={selected >= 0 && isRequired ? data : [blank, ...data]}
            value={selected}
            onChange={event => change(path, options[Number(event.currentTarget.value)])}
        />
    )
}

export function ChoicesField(props: FieldProps) {
    const {path, schema, value} = props
    const {change, root} = useForm()
    const options = (resolve(unionOf(schema, root)[0]!.items, root).enum ?? []).map(String)
    return (
        <Checkbox.Group
            {...useInput(props)}
            tabIndex={-1}
            value={Array.isArray(value) ? value.map(String) : []}
            onChange={chosen => change(path, chosen)}>
            <SimpleGrid cols={{base: 1, xs: 2, lg: 3}} spacing="xs" verticalSpacing={6} mt={6}>
                {options.map(option => (
                    <Checkbox key={option} size="xs" value={option} label={option} />
                ))}
            </SimpleGrid>
        </Checkbox.Group>
    )
}
