// One endpoint: what it does, its arguments as a form or as JSON, its request and its answer.
import {Alert, Button, Group} from '@mantine/core'
import {useCallback, useEffect, useMemo, useRef, useState} from 'react'
import {writeAddress} from './address'
import {Answer} from './Answer'
import {type Operation, type Outcome, preview, type Preview, run, uploadFile} from './api'
import {Confirmation} from './Confirmation'
import {type Draft, loadDraft, outcomes, saveDraft} from './drafts'
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
const NONE = {}
const QUIET = {size: 'compact-xs', variant: 'subtle', color: 'gray'}
const NO_PREVIEW = {request: null, copies: {windmill: null, flow: null, uv: null, curl: null}}
const VIEWS = {form: 'Form', json: 'JSON'}

interface Props {
    operation: Operation
    /** Arguments from the address. */
    offered?: JsonObject
    isLive: boolean
}

const failed = ({message}: Error) => ({sent: [], log: '', error: {name: 'Error', message, places: []}})

const emptyValue = (schema: Schema): Json => initialValue(schema, schema) ?? {}

export function Endpoint({operation, offered, isLive}: Props) {
    const {schema: root, operation: name} = operation
    const [draft, setDraft] = useState<Draft>(() => loadDraft(name) ?? {value: emptyValue(root), view: 'form'})
    const [replaced, setReplaced] = useState<Draft>()
    const [version, setVersion] = useState(0) // of the form: another value than its fields made
    const [outcome, setOutcome] = useState(outcomes.get(name))
    const [failure, setFailure] = useState(outcome?.error)
    const [isRunning, setRunning] = useState(false)
    const [isConfirming, setConfirming] = useState(false)
    const [revealed, setRevealed] = useState<{path: Path} | null>(null)
    const {value, text, texts = NONE, view} = draft
    const args = isObject(value) ? value : {}
    const unread = [text ?? [], Object.values(texts)].flat()[0]

    const replace = useCallback((next: Draft) => {
        setDraft(before => (setReplaced(before), next))
        setVersion(before => before + 1)
        setFailure(undefined)
    }, [])
    const change = useCallback(
        (path: Path, changed: Json | undefined) =>
            setDraft(before => {
                const create = (at: Path) => initialValue(schemaAt(root, before.value, at), root)
                return {...before, value: replaceAt(before.value, path, changed, create) ?? {}}
            }),
        [root],
    )
    const keepText = useCallback(
        (path: Path, text: string | undefined) =>
            setDraft(before => {
                const {[pointerOf(path)]: _, ...others} = before.texts ?? {}
                return {...before, texts: text === undefined ? others : {...others, [pointerOf(path)]: text}}
            }),
        [],
    )
    useEffect(() => {
        if (offered) replace({value: offered, view: 'form'})
    }, [offered, replace])
    useEffect(() => saveDraft(name, draft), [name, draft])
    // Faults of the last run disappear as they are corrected; before a run, none are shown.
    const shown = usePreview(name, value, answer =>
        setFailure(before => (before?.name === 'InvalidInput' ? answer.error : before)),
    )

    const reveal = (path: Path) => {
        setRevealed({path})
        focusSoon(path)
    }
    const execute = async () => {
        setConfirming(false)
        setRunning(true)
        const result = await run(name, args, isLive).catch(failed)
        outcomes.set(name, result)
        setRunning(false)
        setOutcome(result)
        setFailure(result.error)
        const first = result.error?.places[0]
        if (first && view === 'form') reveal(first.at)
    }
    const submit = () => {
        const [pointer] = Object.keys(texts)
        if (pointer) focusSoon(pointer.slice(1).split('/'))
        if (isRunning || unread !== undefined) return
        // What cannot be sent needs no confirmation: the run says what is wrong.
        if (isLive && !operation.reads && !shown?.error) setConfirming(true)
        else void execute()
    }
    const places = useMemo(() => failure?.places ?? [], [failure])
    const faults = useMemo(() => {
        const messages = Map.groupBy(places, ({at}) => pointerOf(at))
        return new Map([...messages].map(([pointer, group]) => [pointer, group.map(({message}) => message)]))
    }, [places])
    const form = useMemo(
        () => ({root, filters: operation.filters, change, texts, keepText, upload: uploadFile}),
        [root, operation, change, texts, keepText],
    )
    const setView = (view: Draft['view']) => unread === undefined && setDraft({value, view})
    return (
        <>
            <main id="main" tabIndex={-1} data-operation={name}>
                <Heading operation={operation} />
                <Group justify="space-between" gap="xs">
                    <Segments label="View of the arguments" options={VIEWS} value={view} onChange={setView} />
                    <Group gap={6}>
                        {root.examples?.map((example, index) => (
                            <Button
                                key={index}
                                size="compact-xs"
                                variant="default"
                                onClick={() => replace({value: example, view})}>
                                {index ? 'Smallest example' : 'Load the example'}
                            </Button>
                        ))}
                        <Button {...QUIET} onClick={() => replace({value: emptyValue(root), view})}>
                            Clear
                        </Button>
                        {replaced && (
                            <Button {...QUIET} onClick={() => replace(replaced)}>
                                Undo
                            </Button>
                        )}
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
                        aria-disabled={isRunning || unread !== undefined}
                        onClick={submit}>
                        {isRunning ? 'Running…' : isLive ? 'Run against Klaviyo' : 'Run against the sandbox'}
                    </Button>
                    <span role="status" className="news">
                        {unread === undefined ? outcome && <News outcome={outcome} /> : 'A JSON text cannot be read'}
                    </span>
                </footer>
            </main>
            <aside aria-label="Request and answer">
                {outcome && <Answer outcome={outcome} schema={operation.answer} />}
                <Request shown={shown} outcome={outcome} />
            </aside>
            <Confirmation
                isOpen={isConfirming}
                operation={operation}
                target={shown?.request?.target}
                word={typeof args.id === 'string' ? args.id : name}
                onCancel={() => setConfirming(false)}
                onConfirm={execute}
            />
        </>
    )
}

/** The request of the arguments, a moment after they have changed. */
function usePreview(name: string, value: Json, onAnswer: (answer: Preview) => void): Preview | null {
    const [shown, setShown] = useState<Preview | null>(null)
    const pause = useRef(PAUSE)
    useEffect(() => {
        const abort = new AbortController()
        const args = isObject(value) ? value : {}
        const timer = setTimeout(async () => {
            const start = performance.now()
            writeAddress(name, args)
            const answer = await preview(name, args, abort.signal).catch(error => ({...NO_PREVIEW, ...failed(error)}))
            if (abort.signal.aborted) return
            pause.current = Math.max(PAUSE, performance.now() - start) // who types does not wait for a large body
            setShown(answer)
            onAnswer(answer)
        }, pause.current)
        return () => {
            clearTimeout(timer)
            abort.abort()
        }
    }, [name, value])
    return shown
}

/** How the run ended, with a link to the answer. */
function News({outcome: {error, sent}}: {outcome: Outcome}) {
    const status = sent.at(-1)?.status
    const show = () => document.getElementById('answer-title')?.scrollIntoView()
    return (
        <button type="button" className="link" onClick={show}>
            {error ? error.name : status ? `Done: ${status}` : 'Done'}
        </button>
    )
}
