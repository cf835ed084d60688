// What people have entered and what came back, kept for each endpoint until the tab is closed.
import type {Outcome} from './api'
import {isInside, type Json, type JsonObject, type Path, replaceAt} from './json'
import {schemaAt} from './members'
import {initialValue, type Schema} from './schema'

/** The text of a field that cannot be read. */
export interface KeptText {
    at: Path
    text: string
}

export interface Draft {
    value: JsonObject
    /** The text of the JSON view, if it cannot be read. */
    text?: string
    texts?: KeptText[]
    view: 'form' | 'json'
}

export const NO_TEXTS: KeptText[] = []

/** The texts after a value was replaced or removed: those in it are gone, those of later items of its list move up. */
function moveTexts(texts: KeptText[], path: Path, isRemoved: boolean): KeptText[] {
    if (!texts.length) return texts // the same, so that no field is drawn again
    const list = path.slice(0, -1)
    const removed = isRemoved ? Number(path.at(-1)) : NaN
    const isLater = (at: Path) => isInside(at, list) && Number(at[list.length]) > removed
    return texts
        .filter(({at}) => !isInside(at, path))
        .map(({at, text}) => ({at: isLater(at) ? at.with(list.length, Number(at[list.length]) - 1) : at, text}))
}

/** The draft with another value at a path; undefined removes what is there. */
export function changeDraft(draft: Draft, path: Path, changed: Json | undefined, root: Schema): Draft {
    const create = (at: Path) => initialValue(schemaAt(root, draft.value, at), root)
    const value = replaceAt(draft.value, path, changed, create) as JsonObject
    return {...draft, value, texts: moveTexts(draft.texts ?? NO_TEXTS, path, changed === undefined)}
}

export function keepText(draft: Draft, at: Path, text: string): Draft {
    return {...draft, texts: [...moveTexts(draft.texts ?? NO_TEXTS, at, false), {at, text}]}
}

const MAX_TEXT = 1_000_000 // characters; a longer text is a file

const drafts = new Map<string, Draft>()

/** Of a run that ends after another endpoint was chosen, too. */
export const outcomes = new Map<string, Outcome>()

export function loadDraft(operation: string): Draft | undefined {
    const stored = sessionStorage.getItem(operation)
    return drafts.get(operation) ?? (stored ? (JSON.parse(stored) as Draft) : undefined)
}

export function saveDraft(operation: string, draft: Draft): void {
    drafts.set(operation, draft)
    const withoutFiles = (_: string, value: Json) =>
        typeof value === 'string' && value.length > MAX_TEXT ? undefined : value
    try {
        sessionStorage.setItem(operation, JSON.stringify(draft, withoutFiles))
    } catch {
        sessionStorage.removeItem(operation) // the browser's storage is full: a reload loses it
    }
}
