// What the page asks of its server.
import {parse} from 'jsonc-parser'
import type {Json, JsonObject, Path} from './json'
import type {Schema} from './schema'

/** An endpoint in the navigation. */
export interface Listed {
    operation: string
    category: string
    method: string | null
    path: string | null
    title: string
    summary: string
    fields: string[]
}

/** What people call things, and the words that the scripts have for them. */
export type Synonyms = {[word: string]: string[]}

export interface Operation {
    operation: string
    category: string
    method: string | null
    path: string | null
    script: string
    schema: Schema
    answer: Schema | null
    filters: {[field: string]: string[]}
    reads: boolean
    deletes: boolean
    max_bytes: number | null
    counts: {what: string; max: number; at: string}[]
    /** The fields that `mapping` of an import can name. */
    fields: string[]
}

/** What a run asks before it begins; each of the options settles it. */
export interface Question {
    column: string
    values: string[]
    options: JsonObject[]
}

export interface WrittenFile {
    name: string
    bytes: number
}

export interface Sent {
    method: string
    target: string
    headers: [string, string][]
    body: string
    bytes: number
    status?: number | null
}

export interface Failure {
    name: string
    message: string
    status?: number | null
    places: {at: Path; message: string}[]
    questions?: Question[]
}

/** What a picker offers; without a value, it is only a remark. */
export interface Choice {
    value: string
    label: string
}

export interface Preview {
    request: Sent | null
    log: string
    error?: Failure
    copies: Record<'windmill' | 'flow' | 'uv' | 'curl', string | null>
}

export interface Outcome {
    sent: Sent[]
    requests?: number
    log: string
    answer?: Json
    error?: Failure
    files?: WrittenFile[]
    /** The arguments of the run, and where it went. */
    of?: JsonObject
    isLive?: boolean
    seconds?: number
    at?: string
    /** The first rows that an import has not sent. */
    rejected?: {row: string; line: string; reason: string}[]
}

/** How far a run for files has come: `rate` a second, `left` in seconds. */
export interface RunState {
    doing?: string
    unit?: string
    done?: number
    total?: number | null
    rate?: number | null
    left?: number | null
}

/** What a live run would do, and the token that it needs. */
export interface Prepared {
    token: string
    request: Sent | null
    report: JsonObject | null
    error?: Failure
}

const {token} = JSON.parse(document.getElementById('config')!.textContent!) as {token: string}

async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(path, {...init, headers: {'X-Token': token, ...init.headers}})
    if (response.ok) return response
    const text = await response.text()
    const answer = parse(text) as {error?: Failure} | undefined // of something else than our server: undefined
    throw new Error(`${response.status} ${answer?.error?.message ?? text}`)
}

const get = async <Answer>(path: string): Promise<Answer> => (await request(path)).json() as Promise<Answer>

const post = async <Answer>(path: string, body: unknown, signal?: AbortSignal): Promise<Answer> => {
    const init = {method: 'POST', body: JSON.stringify(body), headers: {'Content-Type': 'application/json'}, signal}
    return (await request(path, init)).json() as Promise<Answer>
}

export const loadOperations = () => get<{live: boolean; operations: Listed[]; synonyms: Synonyms}>('operations')
export const loadOperation = (name: string) => get<Operation>(`schemas/${encodeURIComponent(name)}`)
export const preview = (operation: string, args: JsonObject, signal: AbortSignal) =>
    post<Preview>('preview', {operation, arguments: args}, signal)
/** `run`: an ID, under which the progress can be asked for. `confirmation`: the token of a write to Klaviyo. */
export const run = (operation: string, args: JsonObject, live: boolean, run: string, confirmation?: string) =>
    post<Outcome>('run', {operation, arguments: args, live, run, confirmation})
export const dryRun = (operation: string, args: JsonObject, live: boolean, signal: AbortSignal) =>
    post<Outcome>('dry-run', {operation, arguments: args, live}, signal)
export const prepare = (operation: string, args: JsonObject) =>
    post<Prepared>('confirmations', {operation, arguments: args})
export const loadProgress = (run: string) => get<RunState>(`runs/${run}`)
export const stopRun = (run: string) => post<JsonObject>(`runs/${run}/stop`, {})
export const loadChoices = (operation: string, argument: string, typed: string, live: boolean) =>
    post<Choice[]>('choices', {operation, argument, typed, live})
export const loadAccount = () => get<{name?: string; id?: string; error?: Failure}>('account')
export const loadContents = () => get<{type: string; count: number}[]>('sandbox')
export const loadResources = (type: string) => get<JsonObject[]>(`sandbox/${encodeURIComponent(type)}`)
export const changeSandbox = (action: 'empty' | 'start over') => post<JsonObject>('sandbox', {action})
export const loadFile = async (name: string) => (await request(`files/${encodeURIComponent(name)}`)).blob()

export const uploadFile = async (file: File): Promise<string> => {
    const response = await request(`files?name=${encodeURIComponent(file.name)}`, {method: 'POST', body: file})
    return ((await response.json()) as {name: string}).name
}
