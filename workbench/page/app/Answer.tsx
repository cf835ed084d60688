// What came back: as a tree with descriptions, as a table if it is a list, or as JSON.
import {Alert, Badge, Button} from '@mantine/core'
import {useState} from 'react'
import {loadFile, type Outcome} from './api'
import {AnswerTable} from './AnswerTable'
import {AnswerTree} from './AnswerTree'
import {Code, Copy} from './Code'
import {isObject} from './json'
import type {Schema} from './schema'
import {Segments} from './Segments'
import {formatNumber} from './words'

export function Answer({outcome, schema}: {outcome: Outcome; schema: Schema | null}) {
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
            {error && (
                <Alert title={error.name}>
                    <pre className="message">{error.places.length ? error.message.split('\n')[0] : error.message}</pre>
                </Alert>
            )}
            {answer === null && !error && <p>No content: main returned None.</p>}
            {answer != null && view === 'tree' && <AnswerTree value={answer} schema={schema ?? {}} />}
            {rows && view === 'table' && <AnswerTable rows={rows} />}
            {answer != null && view === 'json' && <Code text={text} label="Answer as JSON" isJson />}
            {files?.map(({name, bytes}) => (
                <Button key={name} size="compact-sm" variant="light" onClick={() => void download(name)}>
                    {name} ({formatNumber(bytes)} bytes)
                </Button>
            ))}
            {log && <h3>Log</h3>}
            {log && <Code text={log} label="Log" />}
        </section>
    )
}

async function download(name: string) {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await loadFile(name))
    link.download = name
    link.click()
    URL.revokeObjectURL(link.href)
}
