// A choice of one of a few views.
import {SegmentedControl} from '@mantine/core'

interface Props<Value extends string> {
    label: string
    /** The name of each value. */
    options: Partial<Record<Value, string>>
    value: Value
    color?: string
    onChange: (value: Value) => void
}

export function Segments<Value extends string>({label, options, onChange, ...props}: Props<Value>) {
    const entries = Object.entries<string | undefined>(options)
    const data = entries.flatMap(([value, label]) => (label ? [{value, label}] : []))
    const choose = (value: string) => onChange(value as Value)
    return <SegmentedControl {...props} size="xs" aria-label={label} data={data} onChange={choose} />
}
