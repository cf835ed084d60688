// A date and time with its zone, as RFC 3339 text.
import {Group, Input, TextInput} from '@mantine/core'
import {useState} from 'react'
import {NullButton} from './buttons'
import {type FieldProps, useForm} from './context'
import {InlineChoice, TextField, type Typed, useInput} from './inputs'

const RFC3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d)?)(\.\d+)?(Z|z|[+-]\d\d:\d\d)$/
const CLOCK = {type: 'datetime-local', step: 1, flex: 1, miw: 0}
const ZONE = {flex: '0 1 140px', miw: 80}
const LOCAL = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The offset of this computer's zone at a local time, such as +02:00. */
function localOffset(time: string): string {
    const minutes = -new Date(time).getTimezoneOffset()
    const digits = (number: number) => String(number).padStart(2, '0')
    const absolute = Math.abs(minutes)
    return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(absolute / 60))}:${digits(absolute % 60)}`
}

export function DateTimeField(props: FieldProps) {
    const {path, label, value} = props
    const {change} = useForm()
    const input = useInput(props)
    const match = typeof value === 'string' ? RFC3339.exec(value) : null
    const time = match ? `${match[1]}T${match[2]}` : ''
    const offset = match?.[4]!.toUpperCase()
    const written = LOCAL !== 'UTC' && offset !== 'Z' && offset === localOffset(time) ? 'local' : offset
    // While a part of the time is retyped, there is no value that would have them.
    const [kept, keep] = useState({zone: 'Z', fraction: ''})
    const fraction = match?.[3] ?? ''
    if (written && (kept.zone !== written || kept.fraction !== fraction)) keep({zone: written, fraction})
    const zone = written ?? kept.zone
    const zones = {[zone]: `UTC${zone}`, Z: 'UTC', ...(LOCAL !== 'UTC' && {local: LOCAL})}
    const data = Object.entries(zones).map(([value, label]) => ({value, label}))
    const pick = (time: string, zone: string) => {
        keep({...kept, zone})
        const seconds = time.length === 16 ? ':00' : ''
        const offset = zone === 'local' ? localOffset(time) : zone
        change(path, time ? time + seconds + kept.fraction + offset : undefined)
    }
    const setTime = (event: Typed) => pick(event.currentTarget.value, zone)
    const setZone = (zone: string) => pick(time, zone)
    if (value != null && !match) return <TextField {...props} />
    return (
        <Input.Wrapper {...input}>
            <Group gap="xs" wrap="nowrap">
                <TextInput {...CLOCK} id={input.id} error={Boolean(input.error)} value={time} onChange={setTime} />
                <InlineChoice {...ZONE} label={`Zone of ${label}`} data={data} value={zone} onChoose={setZone} />
                <NullButton {...props} />
            </Group>
        </Input.Wrapper>
    )
}
