// A list of objects or of values of several kinds: a card for each.
import {ActionIcon} from '@mantine/core'
import {useState} from 'react'
import {describe, isLarge, type Json, type Path} from '../json'
import {kindOf, memberNames, memberFor, resolve, type Schema, unionOf, words} from '../schema'
import {fieldId, useFault, useForm} from './context'
import {Fields, firstItem, focusSoon, Fold, UnionContent} from './Field'
import {type FieldProps, JsonField} from './inputs'

const PAGE = 50
const LARGE = 1500

/** The name of one item of a list: Events has Event 1, Event 2. */
const singular = (label: string) => label.replace(/ies$/, 'y').replace(/(ss|[^s])s$/, (_, end: string) => (end === 'ss' ? 'ss' : end)).replace(/^(.*) (create|update|delete)$/i, '$1')

export function ListField(props: FieldProps & {onRemove?: () => void}) {
    const {path, schema, label, isRequired, value, onRemove} = props
    const {root, change} = useForm()
    const fault = useFault(path)
    const [shown, setShown] = useState(PAGE)
    const list = unionOf(schema, root)[0]!
    const items = resolve(list.items, root)
    const values = Array.isArray(value) ? value : []
    // Items keep their state, such as being unfolded, when one before them is removed.
    const [keys, setKeys] = useState(() => values.map((_, index) => index))
    if (keys.length !== values.length) setKeys(values.map((_, index) => keys[index] ?? Math.max(-1, ...keys) + 1 + index))
    const remove = (index: number) => {
        setKeys(keys.filter((_, at) => at !== index))
        change([...path, index], undefined)
    }
    const add = () => {
        change([...path, values.length], firstItem(list, root))
        setShown(Math.max(shown, values.length + 1))
        focusSoon([...path, values.length])
    }
    const count = `${values.length.toLocaleString('en')}${list.maxItems ? ` of ${list.maxItems.toLocaleString('en')}` : ''}`
    const name = singular(label)
    return (
        <section className="list" aria-labelledby={`${fieldId(path)}-title`}>
            <header>
                <h3 id={`${fieldId(path)}-title`} className="title">
                    {label}
                    {isRequired && <span className="star" aria-label="required">*</span>}
                </h3>
                <span className={list.maxItems && values.length > list.maxItems ? 'count over' : 'count'}>{count}</span>
                {onRemove && (
                    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Remove ${label}`} title={`Remove ${label}`} onClick={onRemove}>
                        ×
                    </ActionIcon>
                )}
            </header>
            {schema.description && <p className="description">{schema.description}</p>}
            {fault && <p className="fault">{fault}</p>}
            {values.slice(0, shown).map((item, index) => (
                <Item key={keys[index] ?? index} path={[...path, index]} schema={items} name={`${name} ${index + 1}`} value={item} isOpenAtFirst={!isLarge(item, LARGE / Math.max(1, values.length - 1))} onRemove={() => remove(index)} />
            ))}
            <div className="adders">
                {values.length > shown && (
                    <button type="button" className="add" onClick={() => setShown(shown + PAGE)}>
                        Show {Math.min(PAGE, values.length - shown)} more
                    </button>
                )}
                <button type="button" id={fieldId(path)} className="add" onClick={add}>
                    + {name}
                </button>
            </div>
        </section>
    )
}

interface ItemProps {
    path: Path
    schema: Schema
    name: string
    value: Json
    isOpenAtFirst: boolean
    onRemove: () => void
}

function Item({path, schema, name, value, isOpenAtFirst, onRemove}: ItemProps) {
    const {root} = useForm()
    const fault = useFault(path)
    const kind = kindOf(schema, root)
    const members = kind === 'union' ? unionOf(schema, root) : []
    const member = memberFor(members, value, root)
    const title = member >= 0 ? memberNames(members, root)[member]! : name
    const props = {path, schema, label: name, isRequired: true, value}
    const summary = value === null ? '' : describe(value)
    return (
        <Fold path={path} title={title} summary={words(summary) === title ? '' : summary} fault={fault} isOpenAtFirst={isOpenAtFirst} className="card" onRemove={onRemove}>
            {() => (kind === 'object' ? <Fields schema={schema} value={value} path={path} /> : kind === 'union' ? <UnionContent {...props} /> : <JsonField {...props} />)}
        </Fold>
    )
}
