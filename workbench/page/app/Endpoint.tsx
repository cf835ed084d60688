// One endpoint: what it does, its arguments as a form or as JSON, its request and its answer.
import {Alert, Button, Group} from '@mantine/core'
import {useEffect, useMemo, useRef, useState} from 'react'
import {writeAddress} from './address'
import {Answer} from './Answer'
import {loadChoices, type Operation, type Outcome, preview, type Preview, run, uploadFile} from './api'
import {LinkButton} from './buttons'
import {DocumentedAnswer} from './DocumentedAnswer'
import {Confirmation} from './Confirmation'
import {changeDraft, type Draft, keepText, loadDraft, NO_TEXTS, outcomes, saveDraft} from './drafts'
import {Faults, Form, Revealed} from './form/context'
import {FileImport} from './FileImport'
import {Fields} from './form/Fields'
import {focusSoon} from './form/focus'
import {Heading, Usage} from './Heading'
import {JsonEditor} from './JsonEditor'
import {type Json, type JsonObject, type Path, pointerOf} from './json'
import {Places} from './Places'
import {Request} from './Request'
import {RunProgress} from './RunProgress'
import {Segments} from './Segments'
import {initialValue, type Schema} from './schema'

const PAUSE = 250 // milliseconds without a change, after which the request is shown
const EXAMPLES = ['Load the example', 'Smallest example']
const NO_PREVIEW = {request: null, copies: {windmill: null, flow: null, uv: null, curl: null}}
const VIEWS = {form: 'Form', json: 'JSON'}

interface Props {
    operation: Operation
    /** Arguments from the address. */
    offered?: JsonObject
    isLive: boolean
}

const failed = ({message}: Error) => ({sent: [], log: '', error: {name: 'Error', message, places: []}})

const emptyValue = (schema: Schema) => (initialValue(schema, schema) ?? {}) as JsonObject

export function Endpoint({operation, offered, isLive}: Props) {
    const {schema: root, operation: name} = operation
    const [draft, setDraft] = useState<Draft>(() => loadDraft(name) ?? {value: emptyValue(root), view: 'form'})
    const [replaced, setReplaced] = useState<Draft>()
    const [version, setVersion] = useState(0) // of the form: another value than its fields made
    const [outcome, setOutcome] = useState(outcomes.get(name))
    const [failure, setFailure] = useState(outcome?.error)
    const [running, setRunning] = useState('') // the ID of the run
    const isRunning = running !== ''
    const [isConfirming, setConfirming] = useState(false)
    const [revealed, setRevealed] = useState<{path: Path} | null>(null)
    const {value, text, texts = NO_TEXTS, view} = draft
    const isUnread = text !== undefined || texts.length > 0

    const replace = (next: Draft) => {
        setReplaced(draft)
        setDraft(next)
        setVersion(version + 1)
        setFailure(undefined)
    }
    const form = useMemo(
        () => ({
            root,
            filters: operation.filters,
            texts,
            upload: uploadFile,
            choices: (argument: string, typed: string) => loadChoices(name, argument, typed, isLive),
            change: (path: Path, changed: Json | undefined) =>
                setDraft(before => changeDraft(before, path, changed, root)),
            keepText: (at: Path, text: string) => setDraft(before => keepText(before, at, text)),
        }),
        [operation, root, texts, isLive],
    )
    useEffect(() => {
        if (offered) replace({value: offered, view: 'form'})
    }, [offered])
    useEffect(() => saveDraft(name, draft), [name, draft])
    // Faults of the last run disappear as they are corrected; before a run, none are shown.
    const shown = usePreview(name, value, answer =>
        setFailure(before => (before?.name === 'InvalidInput' ? answer.error : before)),
    )

    const changeFile = (path: Path, changed: Json | undefined) => {
        form.change(path, changed)
        if (view === 'json') setVersion(before => before + 1) // the editor keeps a text of its own
    }
    const reveal = (path: Path) => {
        setRevealed({path})
        focusSoon(path)
    }
    const execute = async (confirmation?: string) => {
        setConfirming(false)
        const id = crypto.randomUUID()
        setRunning(id)
        const start = performance.now()
        const answer = await run(name, value, isLive, id, confirmation).catch(failed)
        const seconds = (performance.now() - start) / 1000
        const result = {...answer, of: value, isLive, seconds, at: new Date().toLocaleTimeString()}
        outcomes.set(name, result)
        setRunning('')
        setOutcome(result)
        setFailure(result.error)
        const first = result.error?.places[0]
        const isThere = document.querySelector(`main[data-operation=${name}]`) // no other endpoint was chosen meanwhile
        if (first && view === 'form' && isThere) reveal(first.at)
    }
    const submit = () => {
        if (texts[0]) reveal(texts[0].at)
        if (isRunning || isUnread) return
        if (isLive && !operation.reads && value.dry_run !== true) setConfirming(true)
        else void execute()
    }
    const places = useMemo(() => failure?.places ?? [], [failure])
    const faults = useMemo(() => Map.groupBy(places, ({at}) => pointerOf(at)), [places])
    const examples = root.examples?.map((value, index) => [EXAMPLES[index]!, {value, view}] as const) ?? []
    const replacements = [...examples, ['Clear', {value: emptyValue(root), view}] as const]
    if (replaced) replacements.push(['Undo', replaced])
    const setView = (view: Draft['view']) => !isUnread && setDraft({value, view})
    return (
        <>
            <main id="main" tabIndex={-1} data-operation={name}>
                <Heading operation={operation} />
                <Group justify="space-between" gap="xs">
                    <Segments label="View of the arguments" options={VIEWS} value={view} onChange={setView} />
                    <Group gap={6}>
                        {replacements.map(([label, next]) => (
                            <Button key={label} size="compact-xs" variant="default" onClick={() => replace(next)}>
                                {label}
                            </Button>
                        ))}
                    </Group>
                </Group>
                <Usage operation={operation} value={value} />
                {places.length > 0 && (
                    <Alert title={places.length === 1 ? 'One fault' : `${places.length} faults`}>
                        <Places places={places} onChoose={view === 'form' ? reveal : undefined} />
                    </Alert>
                )}
                {operation.fields.length > 0 && (
                    <FileImport
                        operation={operation}
                        value={value}
                        isLive={isLive}
                        ran={outcome}
                        onChange={changeFile}
                    />
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
                        aria-disabled={isRunning || isUnread}
                        onClick={submit}>
                        {isRunning ? 'Running…' : isLive ? 'Run against Klaviyo' : 'Run against the sandbox'}
                    </Button>
                    {isRunning && operation.category === 'bulk' && <RunProgress id={running} />}
                    <span role="status" className="news">
                        {isUnread ? 'A JSON text cannot be read' : outcome && <News outcome={outcome} />}
                    </span>
                </footer>
            </main>
            <aside aria-label="Request and answer">
                {outcome && <Answer outcome={outcome} schema={operation.answer} value={value} />}
                <Request shown={shown} outcome={outcome} />
                {!outcome && operation.answer && <DocumentedAnswer schema={operation.answer} />}
            </aside>
            <Confirmation
                isOpen={isConfirming}
                operation={operation}
                value={value}
                onCancel={() => setConfirming(false)}
                onConfirm={execute}
            />
        </>
    )
}

/** The request of the arguments, a moment after they have changed. */
function usePreview(name: string, value: JsonObject, onAnswer: (answer: Preview) => void) {
    const [shown, setShown] = useState<(Preview & {value: JsonObject}) | null>(null)
    const pause = useRef(PAUSE)
    useEffect(() => {
        const abort = new AbortController()
        setTimeout(async () => {
            if (abort.signal.aborted) return
            const start = performance.now()
            writeAddress(name, value)
            const answer = await preview(name, value, abort.signal).catch(error => ({...NO_PREVIEW, ...failed(error)}))
            if (abort.signal.aborted) return
            pause.current = Math.max(PAUSE, performance.now() - start) // typing does not wait for a large body
            setShown({...answer, value})
            onAnswer(answer)
        }, pause.current)
        return () => abort.abort()
    }, [name, value])
    return shown
}

/** How the run ended, with a link to the answer. */
function News({outcome: {error, sent}}: {outcome: Outcome}) {
    const status = sent.at(-1)?.status
    const show = () => document.getElementById('answer-title')?.scrollIntoView()
    return <LinkButton onClick={show}>{error ? error.name : status ? `Done: ${status}` : 'Done'}</LinkButton>
}
