// One field of a form, drawn as its kind needs it.
import {ActionIcon, Select} from '@mantine/core'
import {memo, useContext, useEffect, useRef, useState, type ReactNode} from 'react'
import {describe, isInside, isLarge, isObject, type Json, type Path, pointerOf, valueAt} from '../json'
import {type Entry, entriesOf, initialValue, kindOf, memberFor, memberNames, resolve, type Schema, unionOf, unwrap} from '../schema'
import {fieldId, Revealed, useFault, useForm} from './context'
import {DateTimeField} from './DateTimeField'
import {FileField} from './FileField'
import {FilterField} from './FilterField'
import {ChoiceField, ChoicesField, type FieldProps, JsonField, LinesField, NumberField, TextField} from './inputs'
import {ListField} from './ListField'

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
    object: SectionField,
    union: UnionField,
}
/** Optional fields of these kinds are shown; others are added first. */
const SIMPLE = ['text', 'number', 'boolean', 'choice', 'date-time', 'file']
const MAX_SHOWN = 10
const LARGE = 2500

/** Whether the content is unfolded; it unfolds itself when a person asks to see something in it. */
export function useFold(path: Path, isOpenAtFirst: boolean): [boolean, (isOpen: boolean) => void] {
    const revealed = useContext(Revealed)
    const isRevealed = Boolean(revealed && isInside(revealed.path, path))
    const [isOpen, setOpen] = useState(isOpenAtFirst || isRevealed)
    useEffect(() => {
        if (isRevealed) setOpen(true)
    }, [revealed, isRevealed])
    return [isOpen, setOpen]
}

/** The fields of an object: required ones, simple ones, and those that have a value; buttons add the others. */
export function Fields({schema, value, path}: Pick<FieldProps, 'schema' | 'value' | 'path'>) {
    const {root, change} = useForm()
    const revealed = useContext(Revealed)
    // A field that was shown stays while it is being emptied.
    const shown = useRef(new Set<string>())
    const [, refresh] = useState({})
    const entries = entriesOf(unionOf(schema, root)[0] ?? {}, path, root)
    const valueOf = (entry: Entry) => valueAt(value, entry.path.slice(path.length))
    const simple = entries.filter(entry => !entry.isRequired && SIMPLE.includes(entry.kind) && valueOf(entry) === undefined)
    const isShown = (entry: Entry) =>
        entry.isRequired ||
        valueOf(entry) !== undefined ||
        shown.current.has(pointerOf(entry.path)) ||
        Boolean(revealed && isInside(revealed.path, entry.path)) ||
        (SIMPLE.includes(entry.kind) && simple.length <= MAX_SHOWN)
    const add = (entry: Entry) => {
        shown.current.add(pointerOf(entry.path))
        if (entry.kind === 'object') change(entry.path, initialValue(entry.schema, root) ?? {})
        else if (entry.kind === 'list') change(entry.path, [firstItem(unionOf(entry.schema, root)[0], root)])
        else refresh({})
        focusSoon(entry.path)
    }
    const remove = (entry: Entry) => {
        shown.current.delete(pointerOf(entry.path))
        change(entry.path, undefined)
        refresh({})
    }
    const visible = entries.filter(isShown)
    for (const entry of visible) shown.current.add(pointerOf(entry.path))
    return (
        <>
            {visible.map(entry => (
                <Field key={pointerOf(entry.path)} entry={entry} value={valueOf(entry)} onRemove={entry.isRequired || SIMPLE.includes(entry.kind) ? undefined : () => remove(entry)} />
            ))}
            <AddFields entries={entries.filter(entry => !isShown(entry))} onAdd={add} />
        </>
    )
}

/** What a new item of a list starts with. */
export const firstItem = (list: Schema | undefined, root: Schema): Json => {
    const items = resolve(list?.items, root)
    return initialValue(items, root) ?? (kindOf(items, root) === 'object' ? {} : null)
}

/** Moves the focus to a field once it is drawn. */
export function focusSoon(path: Path): void {
    let attempts = 0
    const attempt = () => {
        let at = path
        let element = document.getElementById(fieldId(at))
        while (!element && at.length && attempts > 5) {
            at = at.slice(0, -1)
            element = document.getElementById(fieldId(at))
        }
        if (element) {
            const input = element.matches('input, select, textarea, button') ? element : (element.querySelector<HTMLElement>('input, select, textarea, button') ?? element)
            input.focus({preventScroll: true})
            input.scrollIntoView({block: 'center'})
        } else if (attempts++ < 10) requestAnimationFrame(attempt)
    }
    requestAnimationFrame(attempt)
}

function AddFields({entries, onAdd}: {entries: Entry[]; onAdd: (entry: Entry) => void}) {
    if (!entries.length) return null
    if (entries.length > 8) {
        return (
            <Select
                size="xs"
                w={260}
                searchable
                aria-label="Add a field"
                placeholder={`+ Add one of ${entries.length} fields`}
                data={entries.map(entry => ({value: pointerOf(entry.path), label: entry.label}))}
                value={null}
                onChange={pointer => {
                    const entry = entries.find(entry => pointerOf(entry.path) === pointer)
                    if (entry) onAdd(entry)
                }}
            />
        )
    }
    return (
        <div className="adders">
            {entries.map(entry => (
                <button key={pointerOf(entry.path)} type="button" className="add" title={entry.schema.description} onClick={() => onAdd(entry)}>
                    + {entry.label}
                </button>
            ))}
        </div>
    )
}

const Field = memo(
    function Field({entry, value, onRemove}: {entry: Entry; value: Json | undefined; onRemove?: () => void}) {
        const {root, filters} = useForm()
        const shown = unwrap(entry, root)
        const inner = shown === entry ? value : valueAt(value, shown.path.slice(entry.path.length))
        const props = {path: shown.path, schema: shown.schema, label: shown.label, isRequired: shown.isRequired, value: inner, onRemove}
        if (shown.path.length === 1 && shown.label === 'Filter' && Object.keys(filters).length) return <FilterField {...props} />
        const Input = INPUTS[kindOf(shown.schema, root)]
        return <Input {...props} />
    },
    (before, after) => before.value === after.value && pointerOf(before.entry.path) === pointerOf(after.entry.path) && before.entry.schema.$ref === after.entry.schema.$ref && Boolean(before.onRemove) === Boolean(after.onRemove),
)

export interface FoldProps {
    path: Path
    title: string
    summary: string
    description?: string
    fault?: string
    isRequired?: boolean
    isOpenAtFirst: boolean
    className: string
    onRemove?: () => void
    children: () => ReactNode
}

/** A titled part of the form that folds. */
export function Fold({path, title, summary, description, fault, isRequired, isOpenAtFirst, className, onRemove, children}: FoldProps) {
    const [isOpen, setOpen] = useFold(path, isOpenAtFirst)
    const id = fieldId(path)
    return (
        <section className={className} aria-labelledby={`${id}-title`}>
            <header>
                <button type="button" id={id} aria-expanded={isOpen} title={pointerOf(path)} className="fold" onClick={() => setOpen(!isOpen)}>
                    <span className="chevron" aria-hidden />
                    <span id={`${id}-title`} className="title">
                        {title}
                    </span>
                    {isRequired && <span className="star" aria-label="required">*</span>}
                    {summary && <span className="summary">{summary}</span>}
                </button>
                {onRemove && (
                    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Remove ${title}`} title={`Remove ${title}`} onClick={onRemove}>
                        ×
                    </ActionIcon>
                )}
            </header>
            {isOpen && description && <p className="description">{description}</p>}
            {fault && <p className="fault">{fault}</p>}
            {isOpen && <div className="content">{children()}</div>}
        </section>
    )
}

/** An object with fields of its own. */
export function SectionField({path, schema, label, isRequired, value, onRemove}: FieldProps & {onRemove?: () => void}) {
    const fault = useFault(path)
    const summary = isObject(value) ? describe(value) : value === null ? 'null' : ''
    return (
        <Fold path={path} title={label} summary={summary} description={schema.description} fault={fault} isRequired={isRequired} isOpenAtFirst={!isLarge(value, LARGE)} className="section" onRemove={onRemove}>
            {() => <Fields schema={schema} value={value} path={path} />}
        </Fold>
    )
}

/** One of several kinds of values, each with the name of its constant. */
export function UnionField(props: FieldProps & {onRemove?: () => void}) {
    const {path, schema, label, isRequired, value, onRemove} = props
    const fault = useFault(path)
    return (
        <Fold path={path} title={label} summary={value === undefined || value === null ? '' : describe(value)} description={schema.description} fault={fault} isRequired={isRequired} isOpenAtFirst={!isLarge(value, LARGE)} className="section" onRemove={onRemove}>
            {() => <UnionContent {...props} />}
        </Fold>
    )
}

export function UnionContent({path, schema, label, value}: FieldProps) {
    const {root, change} = useForm()
    const members = unionOf(schema, root)
    const names = memberNames(members, root)
    const [chosen, choose] = useState(() => memberFor(members, value, root))
    const fitting = value === undefined || value === null ? chosen : memberFor(members, value, root)
    // A value that fits several members, such as an empty one, stays with the one that was chosen.
    const selected = fitting >= 0 && chosen >= 0 && isAmbiguous(members, value, chosen, root) ? chosen : fitting
    const member = members[selected]
    const select = (name: string | null) => {
        const index = names.indexOf(name ?? '')
        choose(index)
        const next = members[index]
        if (!next) return change(path, undefined)
        const made = initialValue(next, root)
        if (!isObject(made) || !isObject(value)) return change(path, made)
        const kept = Object.entries(value).filter(([name]) => next.properties?.[name] && !(name in made))
        change(path, {...made, ...Object.fromEntries(kept)})
    }
    return (
        <>
            <Select
                label={`Kind of ${label.toLowerCase()}`}
                labelProps={{title: pointerOf(path)}}
                placeholder="Choose one"
                searchable={names.length > 8}
                clearable
                data={names}
                value={names[selected] ?? null}
                onChange={select}
            />
            {member && kindOf(member, root) === 'object' && <Fields key={selected} schema={member} value={value} path={path} />}
            {member && kindOf(member, root) !== 'object' && (
                <Field key={selected} entry={{path, schema: {...member, description: undefined, title: undefined}, label: names[selected]!, kind: kindOf(member, root), isRequired: false}} value={value} />
            )}
        </>
    )
}

function isAmbiguous(members: Schema[], value: Json | undefined, chosen: number, root: Schema): boolean {
    return memberFor([members[chosen]!], value, root) === 0
}
