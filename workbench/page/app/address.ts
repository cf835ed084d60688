// The address of an endpoint and its arguments: `#/create_tag?{"body":…}`. A key is no argument.
import {isObject, type Json, type JsonObject} from './json'

const MAX_LENGTH = 8000

export interface Place {
    operation: string
    /** What an address from elsewhere says; undefined if this page wrote it, as it keeps the arguments itself. */
    arguments?: JsonObject
}

export function readAddress(): Place {
    const [, operation = '', query] = /^#\/?([^?]*)(?:\?(.*))?$/s.exec(location.hash) ?? []
    const place = {operation: decode(operation) || 'bulk_create_events'}
    if (!query || (history.state as {own?: boolean} | null)?.own) return place
    try {
        const value = JSON.parse(decode(query)) as Json
        return isObject(value) ? {...place, arguments: value} : place
    } catch {
        return place
    }
}

/** A text without percent-encoding, or as it is if that is no UTF-8. */
export const decode = (text: string): string => {
    try {
        return decodeURIComponent(text)
    } catch {
        return text
    }
}

/** Keeps the address up to date, unless another endpoint has been chosen meanwhile. */
export function writeAddress(operation: string, args: JsonObject): void {
    if (readAddress().operation !== operation) return
    const query = encodeURIComponent(JSON.stringify(args))
    const address = query.length <= MAX_LENGTH ? `#/${operation}?${query}` : `#/${operation}`
    if (location.hash !== address) history.replaceState({own: true}, '', address)
}
