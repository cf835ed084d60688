// Filters of the API as conditions and back: `and(equals(email,"zoe@example.com"),greater-than(updated,2026-10-01T00:00:00Z))`.

export interface Condition {
    field: string
    operator: string
    /** As people write it: without quotes, unless it would be a number or a time; values of a list with commas between. */
    value: string
}

const UNQUOTED = /^(true|false|null|-?\d+(\.\d+)?|\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?)$/
const LISTS = /(^|-)(any|all)$/
const VALUE = /\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^,()[\]"']+)\s*(,|$)/y

const QUOTED = /^".*"$/s

const quote = (value: string) => (UNQUOTED.test(value) || QUOTED.test(value) ? value : JSON.stringify(value))

const unquote = (text: string) => {
    const inner = /^["'](.*)["']$/s.exec(text)?.[1]
    if (inner === undefined) return text.trim()
    const value = inner.replace(/\\(.)/gs, '$1')
    return UNQUOTED.test(value) ? `"${value}"` : value
}

/** The values between the commas of a text, null if it is not a list of plain values. */
function splitValues(text: string): string[] | null {
    const values: string[] = []
    VALUE.lastIndex = 0
    while (VALUE.lastIndex < text.length) {
        const match = VALUE.exec(text)
        if (!match) return null
        values.push(unquote(match[1]!))
    }
    return values
}

/** The texts between the commas that stand in no quotes, parentheses or brackets; null if these do not match. */
function splitCalls(text: string): string[] | null {
    const calls = ['']
    let depth = 0
    for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|./gs)) {
        if (token === '"' || token === "'") return null
        if ('([{'.includes(token)) depth++
        if (')]}'.includes(token)) depth--
        if (token === ',' && depth === 0) calls.push('')
        else calls[calls.length - 1] += token
    }
    return depth === 0 ? calls : null
}

/** The conditions of a filter, null if rows cannot show it. */
export function parseFilter(text: string): Condition[] | null {
    const conditions: Condition[] = []
    const inner = /^\s*and\((.*)\)\s*$/s.exec(text)?.[1] ?? text
    if (!inner.trim()) return conditions
    for (const call of splitCalls(inner) ?? ['']) {
        const match = /^\s*([a-z-]+)\(\s*([^,()"']+?)\s*(?:,\s*(.*?)\s*)?\)\s*$/s.exec(call)
        if (!match) return null
        const [, operator, field, value = ''] = match as unknown as [string, string, string, string?]
        if (LISTS.test(operator) !== value.startsWith('[')) return null
        const values = splitValues(value.replace(/^\[(.*)\]$/s, '$1'))
        if (!values || (!LISTS.test(operator) && values.length > 1)) return null
        conditions.push({field, operator, value: values.join(', ')})
    }
    return formatFilter(conditions).replaceAll(/\s/g, '') === normalize(text) ? conditions : null
}

/** A filter without what makes no difference: spaces, and the kind of the quotes. */
const normalize = (text: string) =>
    text
        .replaceAll(/'((?:[^'\\]|\\.)*)'/gs, (_, inner: string) => JSON.stringify(inner.replace(/\\(.)/gs, '$1')))
        .replaceAll(/\s/g, '')

export function formatFilter(conditions: Condition[]): string {
    const calls = conditions.map(({field, operator, value}) => {
        if (operator === 'has') return `has(${field})`
        if (LISTS.test(operator))
            return `${operator}(${field},[${value
                .split(',')
                .map(item => item.trim())
                .filter(Boolean)
                .map(quote)
                .join(',')}])`
        return `${operator}(${field},${quote(value)})`
    })
    return calls.length > 1 ? `and(${calls.join(',')})` : (calls[0] ?? '')
}
