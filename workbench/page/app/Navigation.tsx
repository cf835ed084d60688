// All endpoints by category, and a search over titles, paths, descriptions and fields.
import {TextInput} from '@mantine/core'
import {useDeferredValue, useEffect, useMemo, useRef, useState} from 'react'
import type {Listed} from './api'
import {FoldButton} from './buttons'
import {words} from './words'

/** Where all words of a search are in an endpoint; the better the place, the higher the score. */
function match(operation: Listed, search: string[]) {
    const {method, path, category, summary, fields} = operation
    const title = `${operation.title} ${operation.operation}`.toLowerCase()
    const rest = [method, path, category, summary].join(' ').toLowerCase()
    let score = title.startsWith(search.join(' ')) ? 10 : 0
    let field: string | undefined // that was searched for, if nothing else matches
    for (const word of search) {
        if (title.split(/\W/).includes(word)) score += 8
        else if (title.includes(word)) score += 5
        else if (rest.includes(word)) score += 2
        else {
            field = fields.find(name => `${name} ${words(name)}`.toLowerCase().includes(word))
            if (!field) return null
            score += 1
        }
    }
    return {operation, score, field}
}

export function Navigation({operations, current}: {operations: Listed[]; current: string}) {
    const [text, setText] = useState('')
    const search = useDeferredValue(text).toLowerCase().split(/\s+/).filter(Boolean)
    const categories = useMemo(() => Map.groupBy(operations, operation => operation.category), [operations])
    const matches = operations
        .flatMap(operation => match(operation, search) ?? [])
        .sort((one, other) => other.score - one.score)
    const news = matches.length
        ? `${matches.length} ${matches.length === 1 ? 'endpoint' : 'endpoints'}`
        : `No endpoint has “${text.trim()}” in its title, path, description or fields.`
    return (
        <nav aria-label="Endpoints">
            <TextInput
                type="search"
                aria-label="Search endpoints"
                placeholder={`Search ${operations.length} endpoints`}
                value={text}
                onChange={event => setText(event.currentTarget.value)}
            />
            <p role="status" className={matches.length ? 'hint' : 'nothing'}>
                {search.length > 0 && news}
            </p>
            {search.length > 0 ? (
                <ul>
                    {matches.map(({operation: listed, field}) => {
                        const note = field ? `field ${field}` : words(listed.category)
                        return <Item key={listed.operation} listed={listed} current={current} note={note} />
                    })}
                </ul>
            ) : (
                [...categories].map(([category, listed]) => (
                    <Category key={category} name={category} operations={listed} current={current} />
                ))
            )}
        </nav>
    )
}

function Category({name, operations, current}: {name: string; operations: Listed[]; current: string}) {
    const hasCurrent = operations.some(({operation}) => operation === current)
    const [isOpen, setOpen] = useState(hasCurrent)
    useEffect(() => {
        if (hasCurrent) setOpen(true)
    }, [hasCurrent])
    return (
        <section>
            <FoldButton isOpen={isOpen} onClick={() => setOpen(!isOpen)}>
                {name === 'bulk' ? 'Files in and out' : words(name)}
                <span className="count">{operations.length}</span>
            </FoldButton>
            {isOpen && (
                <ul>
                    {operations.map(listed => (
                        <Item key={listed.operation} listed={listed} current={current} />
                    ))}
                </ul>
            )}
        </section>
    )
}

function Item({listed, current, note}: {listed: Listed; current: string; note?: string}) {
    const {operation, method, title, summary} = listed
    const link = useRef<HTMLAnchorElement>(null)
    const isCurrent = operation === current
    useEffect(() => {
        if (isCurrent && !note) link.current?.scrollIntoView({block: 'nearest'})
    }, [isCurrent, note])
    return (
        <li>
            <a ref={link} href={`#/${operation}`} title={summary} aria-current={isCurrent ? 'page' : undefined}>
                <Method name={method} />
                <span>
                    {title}
                    {note && <small>{note}</small>}
                </span>
            </a>
        </li>
    )
}

/** A method of HTTP; READ or WRITE of a script that sends several requests; none of one for files. */
export const Method = ({name}: {name: string | null}) => (
    <span className={`method ${name ?? 'file'}`}>{name === 'DELETE' ? 'DEL' : (name ?? 'FILE')}</span>
)
