// Filters of the API as conditions and back: `equals(email,"zoe@example.com"),greater-than(updated,2026-10-01T00:00:00Z)`.

export interface Condition {
    field: string
    operator: string
    /** As people write it: without quotes, unless it would be a number or a time; values of a list with commas between. */
    value: string
}

const UNQUOTED = /^(true|false|null|-?\d+(\.\d+)?|\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?)$/
const QUOTED = /^"(?:[^"\\]|\\.)*"$/s
const VALUE = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^,()[\]"']+)`
const VALUES = String.raw`\[(?:${VALUE}(?:,\s*${VALUE})*)?\]|${VALUE}`
const CONDITION = String.raw`\s*([a-z-]+)\(\s*([^,()"'\s]+)\s*(?:,\s*(${VALUES})\s*)?\)\s*(?:,|$)`

/** Whether an operator takes a list. */
export const hasList = (operator: string): boolean => /(^|-)(any|all)$/.test(operator)

const quote = (value: string) => (UNQUOTED.test(value) || QUOTED.test(value) ? value : JSON.stringify(value))

function unquote(text: string): string {
    const inner = /^\s*["'](.*)["']\s*$/s.exec(text)?.[1]
    if (inner === undefined) return text.trim()
    const value = inner.replaceAll(/\\(.)/gs, '$1')
    return UNQUOTED.test(value) ? `"${value}"` : value
}

/** The conditions of a filter, null if rows cannot show it. */
export function parseFilter(text: string): Condition[] | null {
    const inner = (/^\s*and\((.*)\)\s*$/s.exec(text)?.[1] ?? text).trim()
    const conditions: Condition[] = []
    const pattern = new RegExp(CONDITION, 'sy')
    while (pattern.lastIndex < inner.length) {
        const [all, operator = '', field = '', written = ''] = pattern.exec(inner) ?? []
        const isList = written.startsWith('[')
        const values = (written.match(new RegExp(VALUE, 'gs')) ?? []).map(value =>
            unquote(value.replace(/^\[|\]$/g, '')),
        )
        const isPlain = isList
            ? values.every(value => !value.includes(',') && (QUOTED.test(value) || !value.includes('"')))
            : !written || values.length === 1
        if (!all || !isPlain || isList !== hasList(operator)) return null
        conditions.push({field, operator, value: values.join(', ')})
    }
    return conditions
}

/** The text of a filter; a condition without a value is not in it yet. */
export function formatFilter(conditions: Condition[]): string {
    const complete = conditions.filter(({operator, value}) => operator === 'has' || value.trim())
    const calls = complete.map(({field, operator, value}) => {
        if (operator === 'has') return `has(${field})`
        if (!hasList(operator)) return `${operator}(${field},${quote(value)})`
        const values = (value.match(/\s*"(?:[^"\\]|\\.)*"\s*|[^,]+/gs) ?? []).map(item => item.trim())
        return `${operator}(${field},[${values.filter(Boolean).map(quote).join(',')}])`
    })
    return calls.join(',')
}
