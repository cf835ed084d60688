// The request as it is sent, and the same call for other places.
import {SegmentedControl} from '@mantine/core'
import {useState} from 'react'
import type {CopyKind, Outcome, Preview, Sent} from './api'
import {Copy, indent, JsonCode} from './Code'
import {type Path, pointerOf} from './json'

const KINDS: {value: 'http' | CopyKind; label: string}[] = [
    {value: 'http', label: 'HTTP'},
    {value: 'curl', label: 'curl'},
    {value: 'windmill', label: 'Windmill'},
    {value: 'flow', label: 'Flow step'},
    {value: 'uv', label: 'uv run'},
]

interface Props {
    shown: Preview | null
    outcome: Outcome | null
    onChoose?: (path: Path) => void
}

export function Request({shown, outcome, onChoose}: Props) {
    const [kind, setKind] = useState<'http' | CopyKind>('http')
    const request = shown?.request
    const text = kind === 'http' ? (request ? asText(request) : '') : (shown?.copies[kind] ?? '')
    const kinds = KINDS.filter(({value}) => value === 'http' || value === kind || shown?.copies[value])
    return (
        <section className="panel" aria-labelledby="request-title">
            <header>
                <h2 id="request-title">Request</h2>
                <SegmentedControl size="xs" aria-label="Form of the request" data={kinds} value={kind} onChange={value => setKind(value as CopyKind)} />
                {text && <Copy text={text} label={`Copy as ${KINDS.find(({value}) => value === kind)!.label}`} />}
            </header>
            {kind !== 'http' && text && (
                <pre className="code" tabIndex={0} role="region" aria-label="Request to copy">
                    {text}
                </pre>
            )}
            {kind === 'http' && request && <Http request={request} />}
            {kind === 'http' && !request && shown?.error && <NotReady preview={shown} onChoose={onChoose} />}
            {kind === 'http' && (outcome?.sent.length ?? 0) > 1 && <p className="hint">{(outcome!.requests ?? outcome!.sent.length).toLocaleString('en')} requests were sent.</p>}
            {!text && !shown?.error && <p className="hint">{shown ? 'The script decides what it sends; run it to see.' : '…'}</p>}
        </section>
    )
}

const asText = ({method, target, headers, body}: Sent) => [`${method} ${target}`, ...headers.map(([name, value]) => `${name}: ${value}`), ...(body ? ['', indentBody(headers, body)] : [])].join('\n')

const isJson = (headers: Sent['headers']) => headers.some(([name, value]) => name.toLowerCase() === 'content-type' && value.includes('json'))

const indentBody = (headers: Sent['headers'], body: string) => (isJson(headers) ? indent(body) : body)

function Http({request}: {request: Sent}) {
    const {method, target, headers, body, bytes} = request
    return (
        <>
            <pre className="code head" tabIndex={0} role="region" aria-label="Request line and headers">
                <b>{method}</b> {target}
                {'\n'}
                {headers.map(([name, value]) => `${name}: ${value}\n`)}
            </pre>
            {body && (isJson(headers) ? <JsonCode text={indent(body)} label="Request body" /> : <pre className="code">{body}</pre>)}
            {body && <p className="hint">{bytes.toLocaleString('en')} bytes as sent, without line breaks</p>}
        </>
    )
}

function NotReady({preview: {error}, onChoose}: {preview: Preview; onChoose?: (path: Path) => void}) {
    const places = error!.places
    return (
        <>
            <p className="hint">{places.length ? `Nothing would be sent yet: ${places.length === 1 ? 'one argument is' : `${places.length} arguments are`} missing or wrong.` : error!.message}</p>
            <ul className="missing">
                {places.slice(0, 5).map(({at, message}) => (
                    <li key={pointerOf(at) + message}>
                        {onChoose ? (
                            <button type="button" className="link" onClick={() => onChoose(at)}>
                                {pointerOf(at)}
                            </button>
                        ) : (
                            <code>{pointerOf(at)}</code>
                        )}
                    </li>
                ))}
            </ul>
        </>
    )
}
