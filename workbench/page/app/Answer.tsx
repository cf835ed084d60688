// What came back: as a tree with descriptions, as a table if it is a list, or as JSON.
import {Alert, Badge} from '@mantine/core'
import {useMemo, useState} from 'react'
import type {Outcome} from './api'
import {AnswerTable} from './AnswerTable'
import {AnswerTree} from './AnswerTree'
import {Code, Copy} from './Code'
import {DownloadButtons} from './DownloadButtons'
import {isObject, type JsonObject} from './json'
import {RejectedRows} from './RejectedRows'
import type {Schema} from './schema'
import {Segments} from './Segments'

interface Props {
    outcome: Outcome
    schema: Schema | null
    /** The arguments as they are now. */
    value: JsonObject
}

export function Answer({outcome, schema, value}: Props) {
    const {answer, error, log, files} = outcome
    const list = isObject(answer) && Array.isArray(answer.data) ? answer.data : []
    const rows = list.length && list.every(isObject) ? list.filter(isObject) : null
    const [chosen, setView] = useState<'tree' | 'table' | 'json'>('tree')
    const view = chosen === 'table' && !rows ? 'tree' : chosen
    const status = error ? error.status : outcome.sent.at(-1)?.status
    const text = answer === undefined ? (error?.message ?? '') : JSON.stringify(answer, null, 2)
    const views = {tree: 'Tree', table: rows ? `Table (${rows.length})` : undefined, json: 'JSON'}
    return (
        <section className="panel" aria-labelledby="answer-title">
            <header>
                <h2 id="answer-title">Answer</h2>
                <Badge color={error && 'red'} variant="light">
                    {status ?? (error ? error.name : 'done')}
                </Badge>
                {answer != null && (
                    <Segments label="View of the answer" options={views} value={view} onChange={setView} />
                )}
                {text && <Copy text={text} label="Copy the answer" />}
            </header>
            <Source outcome={outcome} value={value} />
            {error && (
                <Alert title={error.name}>
                    <pre className="message">{error.places.length ? error.message.split('\n')[0] : error.message}</pre>
                </Alert>
            )}
            {answer === null && !error && <p>No content: main returned None.</p>}
            {answer != null && view === 'tree' && <AnswerTree value={answer} schema={schema ?? {}} />}
            {rows && view === 'table' && <AnswerTable rows={rows} />}
            {answer != null && view === 'json' && <Code text={text} label="Answer as JSON" isJson />}
            {outcome.rejected?.length ? <RejectedRows outcome={outcome} /> : <DownloadButtons files={files} />}
            {log && <h3>Log</h3>}
            {log && <Code text={log} label="Log" />}
        </section>
    )
}

/** Where the answer comes from, when it came and how long it took; and whether the arguments have changed since. */
function Source({outcome: {of, isLive, at, seconds}, value}: {outcome: Outcome; value: JsonObject}) {
    const isOlder = useMemo(() => of !== value && JSON.stringify(of) !== JSON.stringify(value), [of, value])
    if (!of) return null
    const facts = [isLive ? 'Klaviyo' : 'Sandbox', at, seconds === undefined ? '' : `${seconds.toFixed(2)} s`]
    return (
        <p className="hint">
            {facts.filter(Boolean).join(' · ')}
            {isOlder && <strong> · older than the arguments</strong>}
        </p>
    )
}
