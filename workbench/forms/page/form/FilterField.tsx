// A filter, built from conditions: a field, an operator and a value each.
import {Button, Group, NativeSelect, Stack, TextInput} from '@mantine/core'
import {useState} from 'react'
import {type FieldProps, useForm} from './context'
import {formatFilter, parseFilter, type Condition} from './filter'
import {RemoveButton} from './buttons'
import {useInput} from './inputs'

export function FilterField(props: FieldProps) {
    const {path, label, value} = props
    const {change, filters} = useForm()
    // The rows show the fields and their operators.
    const description = props.schema.description?.replace(/ Fields, with their operators.*$/s, '')
    const input = useInput({...props, schema: {...props.schema, description}})
    const text = typeof value === 'string' ? value : ''
    const [state, setState] = useState({text, conditions: parseFilter(text)})
    if (state.text !== text) setState({text, conditions: parseFilter(text)})
    const {conditions} = state
    const write = (conditions: Condition[]) => {
        const text = formatFilter(conditions)
        setState({text, conditions})
        change(path, text || undefined)
    }
    const replace = (index: number, changed: Partial<Condition>) =>
        write(conditions!.map((condition, at) => (at === index ? {...condition, ...changed} : condition)))
    const setField = (index: number, field: string) => {
        const [first = ''] = filters[field] ?? []
        const {operator} = conditions![index]!
        replace(index, {field, operator: filters[field]?.includes(operator) ? operator : first})
    }
    const add = () => {
        const [field] = Object.keys(filters)
        if (field) write([...(conditions ?? []), {field, operator: filters[field]![0]!, value: ''}])
    }
    return (
        <Stack gap={6}>
            <TextInput
                {...input}
                className="json"
                spellCheck={false}
                value={text}
                onChange={event => change(path, event.currentTarget.value || undefined)}
            />
            {conditions?.map((condition, index) => (
                <Group
                    key={index}
                    gap={6}
                    wrap="nowrap"
                    className="condition"
                    role="group"
                    aria-label={`Condition ${index + 1} of ${label}`}>
                    <NativeSelect
                        size="xs"
                        aria-label="Field"
                        maw={190}
                        data={[...new Set([...Object.keys(filters), condition.field])]}
                        value={condition.field}
                        onChange={event => setField(index, event.currentTarget.value)}
                    />
                    <NativeSelect
                        size="xs"
                        aria-label="Operator"
                        data={[...new Set([...(filters[condition.field] ?? []), condition.operator])]}
                        value={condition.operator}
                        onChange={event => replace(index, {operator: event.currentTarget.value})}
                    />
                    {condition.operator !== 'has' && (
                        <TextInput
                            size="xs"
                            flex={1}
                            aria-label="Value"
                            placeholder={
                                /any|all/.test(condition.operator)
                                    ? 'values, with commas between'
                                    : 'value; "123" for a text of digits'
                            }
                            value={condition.value}
                            onChange={event => replace(index, {value: event.currentTarget.value})}
                        />
                    )}
                    <RemoveButton
                        label={`condition ${index + 1}`}
                        onRemove={() => write(conditions.toSpliced(index, 1))}
                    />
                </Group>
            ))}
            {conditions ? (
                <Button variant="subtle" size="compact-xs" className="add" onClick={add}>
                    + Condition
                </Button>
            ) : (
                <span className="hint">This text is more than a row of conditions; it is sent as it is.</span>
            )}
        </Stack>
    )
}
