// What the parts of a form have in common: descriptions, faults, and the buttons of a field.
import type {ComponentProps} from 'react'
import {IconButton} from '../buttons'
import type {Path} from '../json'
import {canBeNull} from '../schema'
import {type FieldProps, useFault, useForm} from './context'

export const Description = ({text}: {text?: string}) => text && <p className="description">{text}</p>

export function Fault({path}: {path: Path}) {
    const text = useFault(path)
    return text && <p className="fault">{text}</p>
}

/** Adds a field or an item. */
export const AddButton = (props: ComponentProps<'button'>) => <button type="button" className="add" {...props} />

export function RemoveButton({label, onRemove}: {label: string; onRemove?: () => void}) {
    if (!onRemove) return null
    return (
        <IconButton label={`Remove ${label}`} onClick={onRemove}>
            ×
        </IconButton>
    )
}

/** Sends null, which clears the field in Klaviyo; only where null is allowed. */
export function NullButton({path, schema, label, value}: Pick<FieldProps, 'path' | 'schema' | 'label' | 'value'>) {
    const {change} = useForm()
    const isNull = value === null
    if (!canBeNull(schema)) return null
    return (
        <IconButton
            variant={isNull ? 'filled' : 'subtle'}
            className="null"
            label={`Send null as ${label}`}
            title="Send null, which clears the field"
            aria-pressed={isNull}
            onClick={() => change(path, isNull ? undefined : null)}>
            ∅
        </IconButton>
    )
}
