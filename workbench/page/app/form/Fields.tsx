// The fields of an object, each drawn as its kind needs it.
import {Select} from '@mantine/core'
import {memo, useCallback, useContext, useMemo, useRef, useState} from 'react'
import {isInside, type Json, type Path, pointerOf, valueAt} from '../json'
import {type Entry, entriesOf, unknownIn, unwrap} from '../entries'
import {initialValue, kindOf, unionOf} from '../schema'
import {AddButton} from './buttons'
import {type FieldProps, Revealed, useForm} from './context'
import {DateTimeField} from './DateTimeField'
import {FileField} from './FileField'
import {FilterField} from './FilterField'
import {focusSoon} from './focus'
import {Fold} from './Fold'
import {ChoiceField, ChoicesField, JsonField, LinesField, NumberField, TextField} from './inputs'
import {firstItem, ListField} from './ListField'
import {PickerField} from './PickerField'
import {UnionField} from './UnionField'

/** An object with fields of its own. */
const ObjectField = (props: FieldProps) => <Fold {...props}>{() => <Fields {...props} />}</Fold>

const INPUTS = {
    text: TextField,
    number: NumberField,
    boolean: ChoiceField,
    choice: ChoiceField,
    choices: ChoicesField,
    lines: LinesField,
    json: JsonField,
    file: FileField,
    'date-time': DateTimeField,
    list: ListField,
    object: ObjectField,
    union: UnionField,
    picker: PickerField,
}
/** The first optional fields of these kinds are shown; others are added first. */
const SIMPLE = ['text', 'number', 'boolean', 'choice', 'date-time', 'file', 'picker']
const MAX_SHOWN = 8
const MAX_BUTTONS = 8

export function Fields({schema, value, path}: Pick<FieldProps, 'schema' | 'value' | 'path'>) {
    const {root, change} = useForm()
    const revealed = useContext(Revealed)
    const [, refresh] = useState({})
    const pointer = pointerOf(path)
    const object = unionOf(schema, root)[0] ?? {}
    const entries = useMemo(() => entriesOf(object, path, root), [schema, pointer, root])
    const unknown = unknownIn(value, object, root)
    // What was shown stays while it is being emptied.
    const shown = useRef(new Set<string>())
    const remove = useCallback(
        (path: Path) => {
            shown.current.delete(pointerOf(path))
            change(path, undefined)
            refresh({})
        },
        [change],
    )
    const valueOf = (entry: Entry) => valueAt(value, entry.path.slice(path.length))
    const isSimple = (entry: Entry) => SIMPLE.includes(entry.kind)
    const offered = entries.filter(entry => isSimple(entry) && !entry.isRequired).slice(0, MAX_SHOWN)
    const isHidden = (entry: Entry) =>
        !entry.isRequired &&
        valueOf(entry) === undefined &&
        !offered.includes(entry) &&
        !shown.current.has(pointerOf(entry.path)) &&
        !(revealed && isInside(revealed.path, entry.path))
    const hidden = entries.filter(isHidden)
    const visible = entries.filter(entry => !hidden.includes(entry))
    for (const entry of visible) shown.current.add(pointerOf(entry.path))
    const add = (entry: Entry) => {
        shown.current.add(pointerOf(entry.path))
        if (entry.kind === 'object') change(entry.path, initialValue(entry.schema, root) ?? {})
        else if (entry.kind === 'list') change(entry.path, [firstItem(entry.schema, root)])
        else refresh({})
        focusSoon(entry.path)
    }
    return (
        <>
            {visible.map(entry => {
                const onRemove = entry.isRequired || isSimple(entry) ? undefined : remove
                return <Field key={pointerOf(entry.path)} entry={entry} value={valueOf(entry)} onRemove={onRemove} />
            })}
            {unknown.length > 0 && <p className="hint">Sent as well, but not in the form: {unknown.join(', ')}</p>}
            {hidden.length > 0 && <AddField entries={hidden} onAdd={add} />}
        </>
    )
}

interface Props {
    entry: Entry
    value: Json | undefined
    onRemove?: (path: Path) => void
}

export const Field = memo(function Field({entry, value, onRemove}: Props) {
    const {root, filters} = useForm()
    const shown = unwrap(entry, root)
    const isFilter = shown.path.join() === 'filter' && Object.keys(filters).length > 0
    const Input = isFilter ? FilterField : INPUTS[kindOf(shown.schema, root)]
    const inner = valueAt(value, shown.path.slice(entry.path.length))
    return <Input {...shown} value={inner} onRemove={onRemove && (() => onRemove(entry.path))} />
})

/** Buttons that add fields or, if there are many, a list to choose from. */
function AddField({entries, onAdd}: {entries: Entry[]; onAdd: (entry: Entry) => void}) {
    if (entries.length > MAX_BUTTONS) {
        const data = entries.map((entry, index) => ({value: String(index), label: entry.label}))
        const choose = (index: string | null) => index !== null && onAdd(entries[Number(index)]!)
        const text = `+ Add one of ${entries.length} fields`
        const look = {size: 'xs', w: 260, 'aria-label': text, placeholder: text}
        return <Select {...look} searchable data={data} value={null} onChange={choose} />
    }
    return (
        <div className="adders">
            {entries.map(entry => (
                <AddButton key={pointerOf(entry.path)} title={entry.schema.description} onClick={() => onAdd(entry)}>
                    + {entry.label}
                </AddButton>
            ))}
        </div>
    )
}
