// The request as it is sent, and the same call for other places.
import {useState} from 'react'
import {decode} from './address'
import type {Failure, Outcome, Preview, Sent} from './api'
import {Code, Copy, indent} from './Code'
import {Segments} from './Segments'
import {formatNumber} from './words'

const KINDS = {http: 'HTTP', curl: 'curl', windmill: 'Windmill', flow: 'Flow step', uv: 'uv run'}

export function Request({shown, outcome}: {shown: Preview | null; outcome?: Outcome}) {
    const [kind, setKind] = useState<keyof typeof KINDS>('http')
    const kinds = shown && !shown.copies.curl ? {...KINDS, curl: undefined} : KINDS
    const isHttp = kind === 'http'
    const request = isHttp ? shown?.request : null
    const copy = isHttp ? '' : (shown?.copies[kind] ?? '')
    const head = request ? headOf(request) : ''
    const isJson = head.includes('json')
    const body = request?.body && isJson ? indent(request.body) : (request?.body ?? '')
    const text = isHttp ? [head, body].filter(Boolean).join('\n\n') : copy
    const query = decode(request?.target.split('?')[1]?.replaceAll('&', '\n') ?? '')
    const sent = outcome?.requests ?? outcome?.sent.length ?? 0
    return (
        <section className="panel" aria-labelledby="request-title">
            <header>
                <h2 id="request-title">Request</h2>
                <Segments label="Form of the request" options={kinds} value={kind} onChange={setKind} />
                {text && <Copy text={text} label={`Copy as ${KINDS[kind]}`} />}
            </header>
            {copy && <Code text={copy} label="Request to copy" isJson={kind === 'windmill'} />}
            {request && <Code text={head} label="Request line and headers" />}
            {query && <p className="hint">{query}</p>}
            {body && <Code text={body} label="Request body" isJson={isJson} />}
            {body && <p className="hint">{formatNumber(request!.bytes)} bytes as sent, without line breaks</p>}
            {!request && isHttp && shown && <NotReady error={shown.error} />}
            {sent > 1 && <p className="hint">{formatNumber(sent)} requests were sent by the last run.</p>}
        </section>
    )
}

const headOf = ({method, target, headers}: Sent) =>
    [`${method} ${target}`, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n')

function NotReady({error}: {error?: Failure}) {
    if (!error) return <p className="hint">The script decides what it sends; run it to see.</p>
    const {places, message} = error
    const count = places.length === 1 ? 'one argument is' : `${places.length} arguments are`
    return <p className="hint">{places.length ? `Nothing would be sent yet: ${count} missing or wrong.` : message}</p>
}
