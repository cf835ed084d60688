// What an endpoint does, and its limits: those of the rate, and how much of the others is used.
import {Anchor, Badge, Group} from '@mantine/core'
import {useDeferredValue, useMemo} from 'react'
import type {Operation} from './api'
import {countAt, type JsonObject} from './json'
import {Method} from './Navigation'
import {formatNumber} from './words'

export function Heading({operation}: {operation: Operation}) {
    const {method, path, schema, script} = operation
    const [text, facts = ''] = (schema.description ?? '').split('\n\n')
    const entries = facts.split('\n').map(line => line.split(/: (.*)/s) as [string, string])
    const {Limits: limits, Reference: reference, ...others} = Object.fromEntries(entries)
    return (
        <>
            <h1>{schema.title}</h1>
            <p className="call">
                <Method name={method} /> <code>{path ?? script}</code>
            </p>
            <p>{text}</p>
            <ul className="facts">
                {Object.entries(others).map(([name, fact]) => (
                    <li key={name}>{fact ? `${name}: ${fact}` : name}</li>
                ))}
                {reference && (
                    <li>
                        <Anchor size="xs" href={reference} target="_blank" rel="noreferrer">
                            Klaviyo’s reference
                        </Anchor>
                    </li>
                )}
                {limits && (
                    <li>
                        <details>
                            <summary>Limits</summary>
                            {limits}
                        </details>
                    </li>
                )}
            </ul>
        </>
    )
}

/** How much of the limits of a request its arguments use. */
export function Usage({operation, value}: {operation: Operation; value: JsonObject}) {
    const current = useDeferredValue(value)
    const used = useMemo(() => {
        const {counts, max_bytes: max} = operation
        const bytes = current.body && max ? new TextEncoder().encode(JSON.stringify(current.body)).length : 0
        const items = counts.map(({what, max, at}) => ({what, max, count: countAt(current, at)}))
        return max ? [...items, {what: 'bytes', max, count: bytes}] : items
    }, [operation, current])
    return (
        <Group gap={6}>
            {used.map(({what, max, count}) => (
                <Badge key={what} variant="default" className={count > max ? 'over' : ''}>
                    {what}: {formatNumber(count)} of {formatNumber(max)}
                </Badge>
            ))}
        </Group>
    )
}
