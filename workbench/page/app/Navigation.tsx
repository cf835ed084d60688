// All endpoints by category, and a search over titles, paths, descriptions and fields.
import {TextInput} from '@mantine/core'
import {useHotkeys} from '@mantine/hooks'
import {type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState} from 'react'
import type {Listed, Synonyms} from './api'
import {FoldButton} from './buttons'
import {words} from './words'

/** Where all words of a search are in an endpoint; the better the place, the higher the score. */
function match(operation: Listed, search: string[], synonyms: Synonyms) {
    const {method, path, category, summary, fields} = operation
    const title = `${operation.title} ${operation.operation}`.toLowerCase()
    const rest = [method, path, category, summary].join(' ').toLowerCase()
    let score = title.startsWith(search.join(' ')) ? 10 : 0
    let field: string | undefined // that was searched for, if nothing else matches
    for (const word of search) {
        const isMeantIn = (text: string) => (synonyms[word] ?? []).some(synonym => text.includes(synonym))
        if (title.split(/\W/).includes(word)) score += 8
        else if (title.includes(word)) score += 5
        else if (isMeantIn(title)) score += 4
        else if (rest.includes(word)) score += 2
        else {
            field = fields.find(name => `${name} ${words(name)}`.toLowerCase().includes(word))
            if (!field) return null
            score += 1
        }
    }
    return {operation, score, field}
}

const FIRST = ['everyday', 'bulk'] // categories

/** The categories, each with those that only list IDs at its end. */
function arrange(operations: Listed[]): [string, Listed[]][] {
    const isOfIds = ({title}: Listed) => Number(/^Get .*\bIDs for\b/.test(title))
    const rank = (category: string) => (FIRST.includes(category) ? FIRST.indexOf(category) : FIRST.length)
    return [...Map.groupBy(operations, operation => operation.category)]
        .map(([category, listed]): [string, Listed[]] => [
            category,
            listed.toSorted((one, other) => isOfIds(one) - isOfIds(other)),
        ])
        .toSorted(([one], [other]) => rank(one) - rank(other))
}

/** Moves the focus between the search and what it has found with the arrows; Enter in the search opens the first. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a')]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    const step = {ArrowDown: 1, ArrowUp: -1, Enter: at === 0 ? 1 : 0}[event.key] ?? 0
    const next = stops[at + step]
    if (!step || !next) return
    event.preventDefault()
    if (event.key === 'Enter') next.click()
    else next.focus()
}

interface Props {
    operations: Listed[]
    synonyms: Synonyms
    current: string
}

export function Navigation({operations, synonyms, current}: Props) {
    const searchField = useRef<HTMLInputElement>(null)
    const focusSearch = () => searchField.current?.focus()
    useHotkeys([
        ['/', focusSearch],
        ['mod+K', focusSearch],
    ])
    const [text, setText] = useState('')
    const search = useDeferredValue(text).toLowerCase().split(/\s+/).filter(Boolean)
    const categories = useMemo(() => arrange(operations), [operations])
    const matches = operations
        .flatMap(operation => match(operation, search, synonyms) ?? [])
        .sort((one, other) => other.score - one.score)
    const news = matches.length
        ? `${matches.length} ${matches.length === 1 ? 'endpoint' : 'endpoints'}`
        : `No endpoint has “${text.trim()}” in its title, path, description or fields.`
    return (
        <nav aria-label="Endpoints" onKeyDown={search.length > 0 ? moveFocus : undefined}>
            <TextInput
                ref={searchField}
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
                categories.map(([category, listed]) => (
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
                <span>
                    {title}
                    {note && <small>{note}</small>}
                </span>
                <Method name={method} />
            </a>
        </li>
    )
}

/** A method of HTTP; READ or WRITE of a script that sends several requests; none of one for files. */
export const Method = ({name}: {name: string | null}) => (
    <span className={`method ${name ?? 'file'}`}>{name === 'DELETE' ? 'DEL' : (name ?? 'FILE')}</span>
)
