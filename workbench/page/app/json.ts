// JSON values, paths into them, and how they are changed.

export type Json = null | boolean | number | string | Json[] | {[name: string]: Json}
export type JsonObject = {[name: string]: Json}
export type Path = (string | number)[]

export const isObject = (value: unknown): value is JsonObject =>
    typeof value === 'object' && value !== null && !Array.isArray(value)

export const isContainer = (value: unknown): value is Json[] | JsonObject => typeof value === 'object' && value !== null

/** Whether a browser keeps all digits of a number. */
export function isExact(text: string): boolean {
    const number = Number(text)
    return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))
}

/** The value of a JSON text. Throws if it is none, or if it has numbers that a browser would round. */
export function parseJson(text: string): Json {
    const check = (_: string, value: Json, {source}: {source?: string} = {}) => {
        if (typeof value !== 'number' || !source || isExact(source)) return value
        throw new Error(`this page cannot keep all digits of ${source}; send it as text`)
    }
    return JSON.parse(text, check as (name: string, value: Json) => Json) as Json
}

/** Why a text cannot be read, '' if it can. */
export function explain(read: (text: string) => unknown, text: string): string {
    try {
        read(text)
        return ''
    } catch (error) {
        return (error as Error).message
    }
}

/** The name of the type in JSON Schema; whole numbers are `integer`. */
export function typeOf(value: Json): string {
    if (value === null) return 'null'
    if (Array.isArray(value)) return 'array'
    if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
    return typeof value
}

/** The JSON pointer of a path, `''` for the root. */
export const pointerOf = (path: Path): string =>
    path.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** What is directly in a value, undefined if nothing is. */
export const partOf = (value: Json | undefined, part: string | number): Json | undefined =>
    isContainer(value) ? (value as JsonObject)[part] : undefined

export const valueAt = (value: Json | undefined, path: Path): Json | undefined => path.reduce(partOf, value)

/** A path and those of what it is in, the innermost first, without the root. */
export const ancestorsOf = (path: Path): Path[] => path.map((_, index) => path.slice(0, path.length - index))

export const isInside = (path: Path, folder: Path): boolean => folder.every((part, index) => path[index] === part)

/**
 * A copy of `value` with `changed` at `path`; undefined removes what is there. Containers that are missing on the way
 * are made by `create`, which is called with their path.
 */
export function replaceAt(
    value: Json | undefined,
    path: Path,
    changed: Json | undefined,
    create: (path: Path) => Json | undefined,
    at: Path = [],
): Json | undefined {
    const [part, ...rest] = path
    if (part === undefined) return changed
    if (!isContainer(value)) {
        if (changed === undefined) return value
        const made = create(at)
        value = isContainer(made) ? made : typeof part === 'number' ? [] : {}
    }
    const inner = replaceAt(partOf(value, part), rest, changed, create, [...at, part])
    if (Array.isArray(value)) {
        if (inner === undefined) return value.filter((_, index) => index !== part)
        return Number(part) < value.length ? value.with(Number(part), inner) : [...value, inner]
    }
    const copy = {...value}
    if (inner === undefined) delete copy[part]
    else copy[part] = inner
    return copy
}

/** Properties whose text describes an object to people, the most telling first. */
const TITLES = 'name title label subject email phone_number external_id code key field action id'.split(' ')
const MAX_TITLE = 40

/** The properties of an object, or the first item of a list. */
function contentOf(value: Json): [string, Json][] {
    if (Array.isArray(value)) return value.slice(0, 1).map(item => ['', item])
    return isObject(value) ? Object.entries(value) : []
}

/** What tells the items of a list apart: up to two of their own words, such as "Placed Order · zoe@example.com". */
export function describe(value: Json): string {
    if (!isContainer(value)) return String(value)
    const texts: {[name: string]: string} = {}
    let level: Json[] = [value]
    for (let depth = 0; depth < 10 && level.length; depth++) {
        const entries = level.flatMap(contentOf)
        for (const [name, inner] of entries) if (typeof inner === 'string' && inner) texts[name] ??= inner
        level = entries.map(([, inner]) => inner)
    }
    const names = TITLES.filter(name => texts[name])
    const titles = (names.length > 1 ? names.filter(name => name !== 'id') : names)
        .slice(0, 2)
        .map(name => texts[name]!)
    return titles.map(text => (text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE - 1)}…` : text)).join(' · ')
}

/** How many items are in all lists at a path such as `body.data.profiles[].events`. */
export function countAt(value: Json, at: string): number {
    const inner = (value: Json, name: string): Json[] =>
        name === '*' ? (Array.isArray(value) ? value : []) : isObject(value) && name in value ? [value[name]!] : []
    const steps = at.replaceAll('[]', '.*').split('.')
    return steps.reduce<Json[]>((values, name) => values.flatMap(value => inner(value, name)), [value]).flat().length
}
