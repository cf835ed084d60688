// What people have entered and what came back, kept for each endpoint until the tab is closed.
import type {Outcome} from './api'
import type {Json} from './json'

export interface Draft {
    value: Json
    /** The text of the JSON view, if it cannot be read. */
    text?: string
    /** Texts of fields that cannot be read, by JSON pointer. */
    texts?: {[pointer: string]: string}
    view: 'form' | 'json'
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
