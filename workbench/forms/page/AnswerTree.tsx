// An answer as a tree: each field with its description and the path by which a later step of a flow refers to it.
import {useMemo, useState} from 'react'
import {Copy} from './Code'
import {isContainer, type Json, type Path} from './json'
import {memberFor, resolve, type Schema, unionOf} from './schema'

const PAGE = 30
const OPEN_DEPTH = 4

/** The path in an expression of a flow whose step has the id `a`. */
export const expressionOf = (path: Path): string =>
    path.reduce<string>((text, part) => text + (typeof part === 'number' ? `[${part}]` : /^[A-Za-z_$][\w$]*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`), 'results.a')

export function AnswerTree({value, schema}: {value: Json; schema: Schema}) {
    return (
        <ul className="tree" aria-label="Answer">
            <Branch path={[]} value={value} schema={schema} root={schema} />
        </ul>
    )
}

interface NodeProps {
    path: Path
    value: Json
    schema: Schema
    root: Schema
}

/** The entries of an object or a list. */
function Branch({path, value, schema, root}: NodeProps) {
    const [shown, setShown] = useState(PAGE)
    const member = useMemo(() => {
        const members = unionOf(schema, root)
        return members[Math.max(0, memberFor(members, value, root))] ?? {}
    }, [schema, value, root])
    if (!isContainer(value)) return <Leaf path={path} value={value} schema={schema} root={root} />
    const entries = Object.entries(value)
    return (
        <>
            {entries.slice(0, shown).map(([name, inner]) => (
                <Node
                    key={name}
                    path={[...path, Array.isArray(value) ? Number(name) : name]}
                    value={inner}
                    schema={resolve(Array.isArray(value) ? member.items : member.properties?.[name], root)}
                    root={root}
                />
            ))}
            {entries.length > shown && (
                <li>
                    <button type="button" className="link" onClick={() => setShown(shown + PAGE)}>
                        {entries.length - shown} more
                    </button>
                </li>
            )}
        </>
    )
}

function Node(props: NodeProps) {
    const {path, value, schema} = props
    const name = path.at(-1)!
    const [isOpen, setOpen] = useState(path.length < OPEN_DEPTH && !(typeof name === 'number' && name > 2))
    const expression = expressionOf(path)
    const size = isContainer(value) ? Object.keys(value).length : 0
    return (
        <li>
            <div className="node">
                {size > 0 ? (
                    <button type="button" className="fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                        <span className="chevron" aria-hidden />
                        <b>{name}</b>
                        <span className="hint">{Array.isArray(value) ? `${size} ${size === 1 ? 'item' : 'items'}` : ''}</span>
                    </button>
                ) : (
                    <Leaf {...props} name={name} />
                )}
                <Copy text={expression} label={`Copy ${expression}`} />
            </div>
            {schema.description && <p className="hint">{schema.description}</p>}
            {size > 0 && isOpen && (
                <ul>
                    <Branch {...props} />
                </ul>
            )}
        </li>
    )
}

function Leaf({name, value}: NodeProps & {name?: string | number}) {
    const kind = value === null ? 'null' : typeof value
    return (
        <span className="leaf">
            {name !== undefined && <b>{name}</b>} <span className={`value ${kind}`}>{isContainer(value) ? (Array.isArray(value) ? '[]' : '{}') : JSON.stringify(value)}</span>
        </span>
    )
}
