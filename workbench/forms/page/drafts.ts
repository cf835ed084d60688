// What people have entered, kept for each endpoint until the tab is closed.
import type {Json} from './json'

export interface Draft {
    value: Json
    /** The text of the JSON view, if it is not valid. */
    text?: string
    view: 'form' | 'json'
}

const memory = new Map<string, Draft>()

export function loadDraft(operation: string): Draft | undefined {
    const stored = sessionStorage.getItem(operation)
    return memory.get(operation) ?? (stored ? (JSON.parse(stored) as Draft) : undefined)
}

export function saveDraft(operation: string, draft: Draft): void {
    memory.set(operation, draft)
    try {
        sessionStorage.setItem(operation, JSON.stringify(draft))
    } catch {
        // Larger than the browser's storage, such as a file: only a reload loses it.
        sessionStorage.removeItem(operation)
    }
}
