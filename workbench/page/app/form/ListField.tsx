// A list of objects or of values of several kinds: a card for each.
import {useContext, useEffect, useMemo, useState} from 'react'
import {usePaging} from '../buttons'
import {isInside, type Json} from '../json'
import {memberFor, memberNames} from '../members'
import {initialValue, kindOf, resolve, type Schema, unionOf} from '../schema'
import {formatNumber} from '../words'
import {type FieldProps, fieldId, Revealed, useForm} from './context'
import {Fields} from './Fields'
import {focusSoon} from './focus'
import {AddButton, Description, Fault, NullButton, RemoveButton} from './buttons'
import {Fold, LARGE} from './Fold'
import {JsonField} from './inputs'
import {UnionContent} from './UnionField'

const PAGE = 50

/** The name of one item of a list: of Events, Event. */
const singular = (label: string) => label.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')

/** What a new item of a list starts with. */
export function firstItem(list: Schema, root: Schema): Json {
    const items = resolve(unionOf(list, root)[0]?.items, root)
    return initialValue(items, root) ?? (kindOf(items, root) === 'object' ? {} : null)
}

export function ListField(props: FieldProps) {
    const {path, schema, label, isRequired, value, onRemove} = props
    const {root, change} = useForm()
    const revealed = useContext(Revealed)
    const {items, maxItems} = unionOf(schema, root)[0]!
    const values = Array.isArray(value) ? value : []
    const [visible, more, show] = usePaging(values, PAGE)
    useEffect(() => {
        if (revealed && isInside(revealed.path, path)) show(Number(revealed.path[path.length] ?? 0) + 1)
    }, [revealed])
    // Items keep their state, such as being unfolded, when one before them is removed.
    const [keys, setKeys] = useState(() => values.map((_, index) => index))
    const next = Math.max(-1, ...keys) + 1
    if (keys.length !== values.length) setKeys(values.map((_, index) => keys[index] ?? next + index))
    const remove = (index: number) => {
        setKeys(keys.toSpliced(index, 1))
        change([...path, index], undefined)
        focusSoon(path)
    }
    const add = () => {
        change([...path, values.length], firstItem(schema, root))
        show(values.length + 1)
        focusSoon([...path, values.length])
    }
    const name = singular(label)
    // The items of a list in a list in a list are folded at first.
    const isDeep = path.filter(part => typeof part === 'number').length >= 2
    const title = `${fieldId(path)}-title`
    return (
        <div role="group" className="list" aria-labelledby={title}>
            <header id={fieldId(path)} tabIndex={-1}>
                <span id={title} className={isRequired ? 'title required' : 'title'}>
                    {label}
                </span>
                <span className={values.length > (maxItems ?? Infinity) ? 'count over' : 'count'}>
                    {formatNumber(values.length)} {maxItems && `of ${formatNumber(maxItems)}`}
                </span>
                <NullButton {...props} />
                <RemoveButton label={label} onRemove={onRemove} />
            </header>
            <Description text={schema.description} />
            <Fault path={path} />
            {visible.map((item, index) => (
                <Item
                    key={keys[index] ?? index}
                    path={[...path, index]}
                    schema={resolve(items, root)}
                    label={`${name} ${index + 1}`}
                    isRequired={false}
                    value={item}
                    limit={isDeep ? 0 : LARGE / Math.max(1, values.length - 1)}
                    onRemove={() => remove(index)}
                />
            ))}
            <div className="adders">
                {more}
                <AddButton onClick={add}>+ {name}</AddButton>
            </div>
        </div>
    )
}

function Item({limit, ...props}: FieldProps & {limit: number}) {
    const {root} = useForm()
    const {schema, label, value} = props
    const kind = kindOf(schema, root)
    const members = useMemo(() => (kind === 'union' ? unionOf(schema, root) : []), [kind, schema, root])
    const names = useMemo(() => memberNames(members, root), [members, root])
    const Content = kind === 'object' ? Fields : kind === 'union' ? UnionContent : JsonField
    return (
        <Fold
            {...props}
            label={names[memberFor(members, value, root)] ?? label}
            schema={{...schema, description: ''}}
            className="card"
            limit={limit}>
            {() => <Content {...props} />}
        </Fold>
    )
}
