// A date and time with its zone, as RFC 3339 text.
import {Group, NativeSelect, TextInput} from '@mantine/core'
import {type FieldProps, useForm} from './context'
import {Frame, useInput} from './inputs'

const RFC3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|z|[+-]\d\d:\d\d)$/
const LOCAL = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The offset of this computer's zone at a local time, such as +02:00. */
export function localOffset(time: string): string {
    const minutes = -new Date(time).getTimezoneOffset()
    const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
    return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

export function DateTimeField(props: FieldProps) {
    const {path, label, value} = props
    const {change} = useForm()
    const input = useInput(props)
    const text = typeof value === 'string' ? value : ''
    const match = RFC3339.exec(text)
    if (text && !match) {
        return (
            <TextInput
                {...input}
                value={text}
                onChange={event => change(path, event.currentTarget.value || undefined)}
            />
        )
    }
    const [, date, clock, zone] = match ?? [, '', '', 'Z']
    const time = match ? `${date}T${clock}` : ''
    const offset = zone === 'z' ? 'Z' : zone
    const isLocal = Boolean(match) && offset === localOffset(time) && offset !== 'Z'
    const pick = (time: string, zone: string) =>
        change(
            path,
            time
                ? `${time}${time.length === 16 ? ':00' : ''}${zone === 'local' ? localOffset(time) : zone}`
                : undefined,
        )
    const zones = [
        {value: 'Z', label: 'UTC'},
        ...(LOCAL === 'UTC' ? [] : [{value: 'local', label: LOCAL}]),
        ...(offset === 'Z' || isLocal ? [] : [{value: offset, label: `UTC${offset}`}]),
    ]
    const selected = isLocal ? 'local' : offset
    return (
        <Frame {...props}>
            <Group gap="xs" wrap="nowrap">
                <TextInput
                    id={input.id}
                    type="datetime-local"
                    step={1}
                    flex={1}
                    error={Boolean(input.error)}
                    value={time}
                    onChange={event => pick(event.currentTarget.value, selected)}
                />
                <NativeSelect
                    aria-label={`Zone of ${label}`}
                    data={zones}
                    value={selected}
                    onChange={event => pick(time, event.currentTarget.value)}
                />
            </Group>
        </Frame>
    )
}
