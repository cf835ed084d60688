// One endpoint: what it does, its arguments as a form or as JSON, its request and its answer.
import {Alert, Anchor, Badge, Button, Group, SegmentedControl} from '@mantine/core'
import {useCallback, useDeferredValue, useEffect, useMemo, useState} from 'react'
import {writeAddress} from './address'
import {Answer} from './Answer'
import {type Failure, type Operation, type Outcome, preview, type Preview, run, uploadFile} from './api'
import {Confirmation} from './Confirmation'
import {type Draft, loadDraft, saveDraft} from './drafts'
import {Faults, Form, Revealed} from './form/context'
import {Fields, focusSoon} from './form/Field'
import {JsonEditor} from './JsonEditor'
import {isObject, type Json, type JsonObject, type Path, pointerOf, replaceAt} from './json'
import {Method} from './Navigation'
import {Request} from './Request'
import {countAt, initialValue, schemaAt} from './schema'

const PAUSE = 250 // milliseconds without a change, after which the request is shown

interface Props {
    operation: Operation
    /** Arguments from the address. */
    offered?: JsonObject
    isLive: boolean
}

export function Endpoint({operation, offered, isLive}: Props) {
    const {schema: root, operation: name} = operation
    const [draft, setDraft] = useState<Draft>(() => (offered ? {value: offered, view: 'form'} : (loadDraft(name) ?? emptyDraft(operation))))
    const [version, setVersion] = useState(0)
    const [shown, setShown] = useState<Preview | null>(null)
    const [outcome, setOutcome] = useState<Outcome | null>(null)
    const [isRunning, setRunning] = useState(false)
    const [isConfirming, setConfirming] = useState(false)
    const [revealed, setRevealed] = useState<{path: Path} | null>(null)
    const [news, setNews] = useState('')
    const {value, text, view} = draft
    const args = isObject(value) ? value : {}

    const replace = useCallback((value: Json, view?: Draft['view']) => {
        setDraft(before => ({value, view: view ?? before.view}))
        setVersion(before => before + 1)
        setOutcome(null)
    }, [])
    const change = useCallback(
        (path: Path, changed: Json | undefined) =>
            setDraft(before => ({...before, value: replaceAt(before.value, path, changed, at => initialValue(schemaAt(root, before.value, at), root)) ?? {}})),
        [root],
    )
    useEffect(() => {
        if (offered) replace(offered)
    }, [offered, replace])
    useEffect(() => saveDraft(name, draft), [name, draft])
    useEffect(() => {
        const abort = new AbortController()
        const timer = setTimeout(() => {
            writeAddress(name, args)
            preview(name, args, abort.signal).then(setShown, () => undefined) // a run says what is wrong
        }, PAUSE)
        return () => (clearTimeout(timer), abort.abort())
    }, [name, value])

    const execute = async () => {
        setConfirming(false)
        setRunning(true)
        setNews('Running')
        const result = await run(name, args, isLive).catch((error: Error): Outcome => ({sent: [], log: '', error: {name: 'Error', message: error.message, places: []}}))
        setRunning(false)
        setOutcome(result)
        const places = result.error?.places ?? []
        setNews(result.error ? `${result.error.name}: ${places.length ? `${places.length} faults` : result.error.message}` : `Answered ${result.sent.at(-1)?.status ?? ''}`)
        if (places[0] && view === 'form') reveal(places[0].at)
    }
    const submit = () => {
        if (isRunning || text !== undefined) return
        if (isLive && !operation.reads) setConfirming(true)
        else void execute()
    }
    const reveal = (path: Path) => {
        setRevealed({path})
        focusSoon(path)
    }
    // After a run, faults that are no longer there disappear while a person types.
    const error = outcome?.error && shown ? (outcome.error.name === 'InvalidInput' ? shown.error : outcome.error) : outcome?.error
    const places = useMemo(() => error?.places ?? [], [error])
    const faults = useMemo(() => {
        const faults = new Map<string, string[]>()
        for (const {at, message} of places) faults.set(pointerOf(at), [...(faults.get(pointerOf(at)) ?? []), message])
        return faults
    }, [places])
    const form = useMemo(() => ({root, filters: operation.filters, change, upload: uploadFile}), [root, operation, change])
    const examples = root.examples ?? []

    return (
        <>
            <main id="main" tabIndex={-1}>
                <Heading operation={operation} />
                <Group justify="space-between" gap="xs" className="toolbar">
                    <SegmentedControl
                        size="xs"
                        aria-label="View of the arguments"
                        data={[
                            {value: 'form', label: 'Form'},
                            {value: 'json', label: 'JSON'},
                        ]}
                        value={view}
                        onChange={view => text === undefined && setDraft({value, view: view as Draft['view']})}
                    />
                    <Group gap={6}>
                        {examples.map((example, index) => (
                            <Button key={index} size="compact-xs" variant="light" onClick={() => replace(example)}>
                                {index ? 'Smallest example' : 'Load the example'}
                            </Button>
                        ))}
                        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => replace(emptyDraft(operation).value)}>
                            Clear
                        </Button>
                    </Group>
                </Group>
                <Limits operation={operation} value={value} />
                {places.length > 0 && <FaultList failure={error!} onChoose={view === 'form' ? reveal : undefined} />}
                {view === 'form' ? (
                    <Form value={form}>
                        <Faults value={faults}>
                            <Revealed value={revealed}>
                                <div className="form" key={version} onKeyDown={event => event.key === 'Enter' && event.ctrlKey && !isLive && submit()}>
                                    <Fields schema={root} value={value} path={[]} />
                                </div>
                            </Revealed>
                        </Faults>
                    </Form>
                ) : (
                    <JsonView key={version} draft={draft} places={places} onChange={setDraft} />
                )}
                <footer className={isLive ? 'run live' : 'run'}>
                    <Button color={isLive ? 'red' : undefined} aria-busy={isRunning} aria-disabled={isRunning || text !== undefined} onClick={submit}>
                        {isRunning ? 'Running…' : isLive ? 'Run against Klaviyo' : 'Run against the sandbox'}
                    </Button>
                    <span role="status" className="news">
                        {text === undefined ? news : 'The JSON is not valid yet'}
                    </span>
                </footer>
            </main>
            <aside aria-label="Request and answer">
                <Request shown={shown} outcome={outcome} onChoose={view === 'form' ? reveal : undefined} />
                {outcome && <Answer outcome={outcome} schema={operation.answer} />}
            </aside>
            {isConfirming && <Confirmation operation={operation} onCancel={() => setConfirming(false)} onConfirm={execute} />}
        </>
    )
}

const emptyDraft = ({schema}: Operation): Draft => ({value: initialValue(schema, schema) ?? {}, view: 'form'})

function Heading({operation}: {operation: Operation}) {
    const {method, path, schema, script} = operation
    const [text, facts = ''] = (schema.description ?? '').split('\n\n')
    const lines = facts.split('\n').filter(Boolean)
    const reference = lines.find(line => line.startsWith('Reference: '))?.slice('Reference: '.length)
    return (
        <>
            <h1>{schema.title}</h1>
            <p className="call">
                <Method name={method} /> <code>{path ?? script}</code>
            </p>
            <p>{text}</p>
            <ul className="facts">
                {lines
                    .filter(line => !line.startsWith('Reference: '))
                    .map(line => (
                        <li key={line}>{line}</li>
                    ))}
                {reference && (
                    <li>
                        <Anchor size="xs" href={reference} target="_blank" rel="noreferrer">
                            Klaviyo’s reference
                        </Anchor>
                    </li>
                )}
            </ul>
        </>
    )
}

/** How much of the limits of a request is used. */
function Limits({operation, value}: {operation: Operation; value: Json}) {
    const current = useDeferredValue(value)
    const used = useMemo(() => {
        const used = operation.counts.map(({what, max, at}) => ({what, max, count: countAt(current, at)}))
        const body = isObject(current) ? current.body : undefined
        if (operation.max_bytes && body) used.push({what: 'bytes', max: operation.max_bytes, count: new TextEncoder().encode(JSON.stringify(body)).length})
        return used
    }, [operation, current])
    if (!used.length) return null
    return (
        <Group gap={6} className="limits">
            {used.map(({what, max, count}) => (
                <Badge key={what} variant="default" color={count > max ? 'red' : undefined} className={count > max ? 'over' : ''} tt="none">
                    {what}: {count.toLocaleString('en')} of {max.toLocaleString('en')}
                </Badge>
            ))}
        </Group>
    )
}

/** All faults, each with a link to its field. */
export function FaultList({failure, onChoose}: {failure: Failure; onChoose?: (path: Path) => void}) {
    return (
        <Alert color="red" title={failure.places.length === 1 ? 'One fault' : `${failure.places.length} faults`} className="faults">
            <ul>
                {failure.places.map(({at, message}, index) => (
                    <li key={index}>
                        {onChoose ? (
                            <button type="button" className="link" onClick={() => onChoose(at)}>
                                {pointerOf(at) || '/'}
                            </button>
                        ) : (
                            <code>{pointerOf(at) || '/'}</code>
                        )}
                        : {message}
                    </li>
                ))}
            </ul>
        </Alert>
    )
}

function JsonView({draft, places, onChange}: {draft: Draft; places: Failure['places']; onChange: (draft: Draft) => void}) {
    const [initial] = useState(() => draft.text ?? JSON.stringify(draft.value, null, 2))
    const read = (text: string) => {
        try {
            const value = JSON.parse(text) as Json
            if (isObject(value)) onChange({value, view: 'json'})
            else onChange({...draft, text})
        } catch {
            onChange({...draft, text})
        }
    }
    return <JsonEditor text={initial} places={places} onChange={read} />
}
