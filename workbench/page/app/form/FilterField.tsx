// A filter, built from conditions: a field, an operator and a value each.
import {Group, Stack, TextInput} from '@mantine/core'
import {useState} from 'react'
import {AddButton, RemoveButton} from './buttons'
import {type FieldProps, useForm} from './context'
import {type Condition, formatFilter, hasList, parseFilter} from './filter'
import {InlineChoice, type Typed, useTextInput} from './inputs'

export function FilterField(props: FieldProps) {
    const {path, label, value} = props
    const {change, filters} = useForm()
    // The rows show the fields and their operators.
    const description = props.schema.description?.replace(/ Fields, with their operators.*$/s, '')
    const input = useTextInput({...props, schema: {...props.schema, description}})
    const text = typeof value === 'string' ? value : ''
    const [state, setState] = useState({text, conditions: parseFilter(text)})
    if (state.text !== text) setState({text, conditions: parseFilter(text)})
    const {conditions} = state
    const write = (conditions: Condition[]) => {
        const text = formatFilter(conditions)
        setState({text, conditions})
        change(path, text || undefined)
    }
    const add = () => {
        const [[field, [operator = '']] = ['', []]] = Object.entries(filters)
        write([...(conditions ?? []), {field, operator, value: ''}])
    }
    return (
        <Stack gap={6}>
            <TextInput {...input} className="json" spellCheck={false} />
            {conditions?.map((condition, index) => (
                <ConditionRow
                    key={index}
                    name={`Condition ${index + 1} of ${label}`}
                    condition={condition}
                    onChange={changed => write(conditions.with(index, {...condition, ...changed}))}
                    onRemove={() => write(conditions.toSpliced(index, 1))}
                />
            ))}
            {conditions ? (
                <AddButton onClick={add}>+ Condition</AddButton>
            ) : (
                <span className="hint">This text is more than a row of conditions; it is sent as it is.</span>
            )}
        </Stack>
    )
}

interface Props {
    name: string
    condition: Condition
    onChange: (changed: Partial<Condition>) => void
    onRemove: () => void
}

function ConditionRow({name, condition: {field, operator, value}, onChange, onRemove}: Props) {
    const {filters} = useForm()
    const fields = [...new Set([...Object.keys(filters), field])]
    const operators = [...new Set([...(filters[field] ?? []), operator])]
    const setOperator = (operator: string) => onChange({operator})
    const setField = (field: string) => {
        const allowed = filters[field] ?? []
        onChange({field, operator: allowed.includes(operator) ? operator : (allowed[0] ?? operator)})
    }
    const input = {
        'aria-label': 'Value',
        placeholder: hasList(operator) ? 'values, with commas between' : 'value; "123" for a text of digits',
        value,
        onChange: (event: Typed) => onChange({value: event.currentTarget.value}),
    }
    return (
        <Group gap={6} wrap="nowrap" className="condition" role="group" aria-label={name}>
            <InlineChoice label="Field" size="xs" maw={190} data={fields} value={field} onChoose={setField} />
            <InlineChoice label="Operator" size="xs" data={operators} value={operator} onChoose={setOperator} />
            {operator !== 'has' && <TextInput {...input} size="xs" flex={1} />}
            <RemoveButton label={name} onRemove={onRemove} />
        </Group>
    )
}
