// All endpoints by category, and a search over titles, paths, descriptions and fields.
import {TextInput} from '@mantine/core'
import {useDeferredValue, useEffect, useMemo, useRef, useState} from 'react'
import type {Listed} from './api'
import {words} from './schema'

interface Match {
    operation: Listed
    score: number
    /** The field that was searched for, if nothing else matches. */
    field?: string
}

/** Where all words of a search are in an endpoint; the better the place, the higher the score. */
function match(operation: Listed, search: string[]): Match | null {
    const title = `${operation.title} ${operation.operation}`.toLowerCase()
    const rest = `${operation.path ?? ''} ${operation.category} ${operation.summary}`.toLowerCase()
    let score = title.startsWith(search.join(' ')) ? 10 : 0
    let field: string | undefined
    for (const word of search) {
        if (title.includes(word)) score += 5
        else if (rest.includes(word)) score += 2
        else {
            field = operation.fields.find(name => name.toLowerCase().includes(word) || words(name).toLowerCase().includes(word))
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
    const matches = search.length
        ? operations
              .map(operation => match(operation, search))
              .filter(found => found !== null)
              .sort((one, other) => other.score - one.score)
        : null
    return (
        <nav aria-label="Endpoints">
            <TextInput type="search" aria-label="Search endpoints" placeholder={`Search ${operations.length} endpoints`} value={text} onChange={event => setText(event.currentTarget.value)} />
            <p role="status" className={matches?.length === 0 ? 'nothing' : 'hint'}>
                {matches && (matches.length ? `${matches.length} endpoints` : `No endpoint has “${text.trim()}” in its title, path, description or fields.`)}
            </p>
            {matches ? (
                <ul>
                    {matches.map(({operation, field}) => (
                        <Item key={operation.operation} operation={operation} current={current} note={field ? `field ${field}` : words(operation.category)} />
                    ))}
                </ul>
            ) : (
                [...categories].map(([category, listed]) => <Category key={category} name={category} operations={listed} current={current} />)
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
            <button type="button" className="fold category" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
                <span className="chevron" aria-hidden />
                {name === 'bulk' ? 'Files in and out' : words(name)}
                <span className="count">{operations.length}</span>
            </button>
            {isOpen && (
                <ul>
                    {operations.map(operation => (
                        <Item key={operation.operation} operation={operation} current={current} />
                    ))}
                </ul>
            )}
        </section>
    )
}

function Item({operation: {operation, method, title, summary}, current, note}: {operation: Listed; current: string; note?: string}) {
    const link = useRef<HTMLAnchorElement>(null)
    const isCurrent = operation === current
    useEffect(() => {
        if (isCurrent) link.current?.scrollIntoView({block: 'nearest'})
    }, [isCurrent])
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

export function Method({name}: {name: string | null}) {
    return <span className={`method ${name ?? 'file'}`}>{name === 'DELETE' ? 'DEL' : (name ?? 'FILE')}</span>
}
