// An answer as a tree: each field with its description and the path by which a later step of a flow refers to it.
import {useState} from 'react'
import {FoldButton, usePaging} from './buttons'
import {Copy} from './Code'
import {isContainer, type Json, type Path, typeOf} from './json'
import {memberFor} from './members'
import {propertyOf, type Schema, unionOf} from './schema'

const PAGE = 30
const OPEN_DEPTH = 4
const MAX_OPEN = 3 // items of a list that are unfolded at first

/** How a step of a flow refers to a part of the answer of the step `a`. */
function expressionOf(path: Path): string {
    const parts = path.map(part => (/^[A-Za-z_$][\w$]*$/.test(String(part)) ? `.${part}` : `[${JSON.stringify(part)}]`))
    return `results.a${parts.join('')}`
}

interface Props {
    path: Path
    value: Json
    schema: Schema
    root: Schema
}

export const AnswerTree = ({value, schema}: {value: Json; schema: Schema}) => (
    <ul className="tree" aria-label="Answer">
        <Entries path={[]} value={value} schema={schema} root={schema} />
    </ul>
)

function Entries({path, value, schema, root}: Props) {
    const members = unionOf(schema, root)
    const member = members[Math.max(0, memberFor(members, value, root))]
    const [entries, more] = usePaging(isContainer(value) ? Object.entries(value) : [], PAGE)
    return (
        <>
            {entries.map(([name, inner]) => {
                const part = Array.isArray(value) ? Number(name) : name
                const schema = propertyOf(member, part, root)
                return <Node key={name} path={[...path, part]} value={inner} schema={schema} root={root} />
            })}
            {more && <li>{more}</li>}
        </>
    )
}

function Node(props: Props) {
    const {path, value, schema} = props
    const name = path.at(-1)!
    const [isOpen, setOpen] = useState(path.length < OPEN_DEPTH && (typeof name === 'string' || name < MAX_OPEN))
    const expression = expressionOf(path)
    const size = isContainer(value) ? Object.keys(value).length : 0
    return (
        <li>
            <div className="node">
                {size > 0 ? (
                    <FoldButton isOpen={isOpen} onClick={() => setOpen(!isOpen)}>
                        <b>{name}</b>
                        {Array.isArray(value) && <span className="count">{size}</span>}
                    </FoldButton>
                ) : (
                    <span className="leaf">
                        <b>{name}</b> <span className={`value ${typeOf(value)}`}>{JSON.stringify(value)}</span>
                    </span>
                )}
                <Copy text={expression} label={`Copy ${expression}`} />
                <span className="hint">{schema.description}</span>
            </div>
            {size > 0 && isOpen && (
                <ul>
                    <Entries {...props} />
                </ul>
            )}
        </li>
    )
}
