// One endpoint: what it does, its arguments as a form or as JSON, its request and its answer.
import {Alert, Button, Group} from '@mantine/core'
import {useCallback, useEffect, useMemo, useRef, useState} from 'react'
import {writeAddress} from './address'
import {Answer} from './Answer'
import {type Failure, type Operation, type Outcome, preview, type Preview, run, uploadFile} from './api'
import {Confirmation} from './Confirmation'
import {type Draft, loadDraft, saveDraft} from './drafts'
import {Faults, Form, Revealed} from './form/context'
import {Fields} from './form/Fields'
import {focusSoon} from './form/focus'
import {Heading, Usage} from './Heading'
import {JsonEditor} from './JsonEditor'
import {isObject, type Json, type JsonObject, type Path, pointerOf, replaceAt} from './json'
import {schemaAt} from './members'
import {Places} from './Places'
import {Request} from './Request'
import {Segments} from './Segments'
import {initialValue, type Schema} from './schema'

const PAUSE = 250 // milliseconds without a change, after which the request is shown
const VIEWS = {form: 'Form', json: 'JSON'}

interface Props {
    operation: Operation
    /** Arguments from the address. */
    offered?: JsonObject
    isLive: boolean
}

const emptyValue = (schema: Schema): Json => initialValue(schema, schema) ?? {}

export function Endpoint({operation, offered, isLive}: Props) {
    const {schema: root, operation: name} = operation
    const [draft, setDraft] = useState<Draft>(() => loadDraft(name) ?? {value: emptyValue(root), view: 'form'})
    const [version, setVersion] = useState(0) // of the form: another value than its fields made
    const [shown, setShown] = useState<Preview | null>(null)
    const [outcome, setOutcome] = useState<Outcome | null>(null)
    const [failure, setFailure] = useState<Failure>()
    const [isRunning, setRunning] = useState(false)
    const [isConfirming, setConfirming] = useState(false)
    const [revealed, setRevealed] = useState<{path: Path} | null>(null)
    const pause = useRef(PAUSE)
    const {value, text, view} = draft
    const args = isObject(value) ? value : {}

    const replace = useCallback((value: Json) => {
        setDraft(before => ({value, view: before.view}))
        setVersion(before => before + 1)
        setOutcome(null)
        setFailure(undefined)
    }, [])
    const change = useCallback(
        (path: Path, changed: Json | undefined) =>
            setDraft(({value, view}) => {
                const create = (at: Path) => initialValue(schemaAt(root, value, at), root)
                return {value: replaceAt(value, path, changed, create) ?? {}, view}
            }),
        [root],
    )
    useEffect(() => {
        if (offered) replace(offered)
    }, [offered, replace])
    useEffect(() => saveDraft(name, draft), [name, draft])
    useEffect(() => {
        const abort = new AbortController()
        let start = 0
        const show = (answer: Preview) => {
            // Large bodies take long: a person who types does not wait for them.
            pause.current = Math.max(PAUSE, performance.now() - start)
            setShown(answer)
            // Faults of the last run disappear as they are corrected; before a run, none are shown.
            setFailure(before => (before?.name === 'InvalidInput' ? answer.error : before))
        }
        const timer = setTimeout(() => {
            start = performance.now()
            writeAddress(name, args)
            preview(name, args, abort.signal).then(show, () => setShown(null)) // a run says what is wrong
        }, pause.current)
        return () => {
            clearTimeout(timer)
            abort.abort()
        }
    }, [name, value])

    const reveal = (path: Path) => {
        setRevealed({path})
        focusSoon(path)
    }
    const execute = async () => {
        setConfirming(false)
        setRunning(true)
        const failed = ({message}: Error) => ({sent: [], log: '', error: {name: 'Error', message, places: []}})
        const result = await run(name, args, isLive).catch(failed)
        setRunning(false)
        setOutcome(result)
        setFailure(result.error)
        const first = result.error?.places[0]
        if (first && view === 'form') reveal(first.at)
    }
    const submit = () => {
        if (isRunning || text !== undefined) return
        if (isLive && !operation.reads) setConfirming(true)
        else void execute()
    }
    const places = useMemo(() => failure?.places ?? [], [failure])
    const faults = useMemo(() => {
        const messages = Map.groupBy(places, ({at}) => pointerOf(at))
        return new Map([...messages].map(([pointer, group]) => [pointer, group.map(({message}) => message)]))
    }, [places])
    const form = useMemo(
        () => ({root, filters: operation.filters, change, upload: uploadFile}),
        [root, operation, change],
    )
    const setView = (view: Draft['view']) => text === undefined && setDraft({value, view})
    return (
        <>
            <main id="main" tabIndex={-1} data-operation={name}>
                <Heading operation={operation} />
                <Group justify="space-between" gap="xs">
                    <Segments label="View of the arguments" options={VIEWS} value={view} onChange={setView} />
                    <Group gap={6}>
                        {root.examples?.map((example, index) => (
                            <Button key={index} size="compact-xs" variant="light" onClick={() => replace(example)}>
                                {index ? 'Smallest example' : 'Load the example'}
                            </Button>
                        ))}
                        <Button
                            size="compact-xs"
                            variant="subtle"
                            color="gray"
                            onClick={() => replace(emptyValue(root))}>
                            Clear
                        </Button>
                    </Group>
                </Group>
                <Usage operation={operation} value={value} />
                {places.length > 0 && (
                    <Alert color="red" title={places.length === 1 ? 'One fault' : `${places.length} faults`}>
                        <Places places={places} onChoose={view === 'form' ? reveal : undefined} />
                    </Alert>
                )}
                {view === 'form' ? (
                    <Form value={form}>
                        <Faults value={faults}>
                            <Revealed value={revealed}>
                                <div className="form" key={version}>
                                    <Fields schema={root} value={value} path={[]} />
                                </div>
                            </Revealed>
                        </Faults>
                    </Form>
                ) : (
                    <JsonEditor key={version} draft={draft} places={places} onChange={setDraft} />
                )}
                <footer className={isLive ? 'run live' : 'run'}>
                    <Button
                        color={isLive ? 'red' : undefined}
                        aria-busy={isRunning}
                        aria-disabled={isRunning || text !== undefined}
                        onClick={submit}>
                        {isRunning ? 'Running…' : isLive ? 'Run against Klaviyo' : 'Run against the sandbox'}
                    </Button>
                    <span role="status" className="news">
                        {text === undefined ? summarize(outcome) : 'The JSON is not valid yet'}
                    </span>
                </footer>
            </main>
            <aside aria-label="Request and answer">
                <Request shown={shown} outcome={outcome} />
                {outcome && <Answer outcome={outcome} schema={operation.answer} />}
            </aside>
            {isConfirming && (
                <Confirmation operation={operation} onCancel={() => setConfirming(false)} onConfirm={execute} />
            )}
        </>
    )
}

function summarize(outcome: Outcome | null): string {
    if (!outcome) return ''
    const {error, sent} = outcome
    if (!error) return ['Done', sent.at(-1)?.status].filter(Boolean).join(': ')
    return `${error.name}${error.places.length ? `: ${error.places.length} faults` : ''}`
}
