// The fields of an object as people see them.
import {isObject, type Json, type Path} from './json'
import {constantOf, type Kind, kindOf, resolve, type Schema, unionOf} from './schema'
import {words} from './words'

export interface Entry {
    path: Path
    schema: Schema
    label: string
    kind: Kind
    isRequired: boolean
}

/** Objects that JSON:API wraps around the content: they have no frame and no name of their own. */
export const WRAPPERS = ['body', 'data', 'attributes', 'relationships']

/** Those in wrappers as its own, without constants, required ones first. */
export function entriesOf(schema: Schema, path: Path, root: Schema): Entry[] {
    const entries = listEntries(schema, path, root, true)
    const labels = entries.map(({label}) => label)
    for (const entry of entries) {
        const isRepeated = labels.indexOf(entry.label) !== labels.lastIndexOf(entry.label)
        if (isRepeated && entry.path[0] === 'body') entry.label += ' in the body'
    }
    // The revision has a default: what an endpoint is about comes before it.
    const rank = ({path, isRequired}: Entry) => (path.join() === 'revision' ? 2 : isRequired ? 0 : 1)
    return entries.toSorted((one, other) => rank(one) - rank(other))
}

const isWrapper = (name: string, schema: Schema, root: Schema) =>
    WRAPPERS.includes(name) && kindOf(schema, root) === 'object'

/** Names in a value that no field shows, as Klaviyo does not document them; they are sent. */
export function unknownIn(value: Json | undefined, schema: Schema, root: Schema): string[] {
    return Object.entries(isObject(value) ? value : {}).flatMap(([name, inner]) => {
        const property = schema.properties?.[name]
        if (!property) return [name]
        const resolved = resolve(property, root)
        return isWrapper(name, resolved, root) ? unknownIn(inner, unionOf(resolved, root)[0]!, root) : []
    })
}

function listEntries(schema: Schema, path: Path, root: Schema, isRequired: boolean): Entry[] {
    return Object.entries(schema.properties ?? {}).flatMap(([name, property]): Entry[] => {
        const label = words(name.replace(/(^|_)fields_/, '$1fields_of_'))
        const inner = {path: [...path, name], schema: resolve(property, root), label}
        const kind = kindOf(inner.schema, root)
        const needed = Boolean(schema.required?.includes(name))
        if (needed && constantOf(inner.schema) !== undefined) return []
        if (isWrapper(name, inner.schema, root))
            return listEntries(unionOf(inner.schema, root)[0]!, inner.path, root, isRequired && needed)
        if (WRAPPERS.includes(name)) inner.label = contentOf(inner.schema, root) ?? inner.label
        return [{...inner, kind, isRequired: isRequired && needed}]
    })
}

/** What a list of resources holds, by the constant of their type: Tags. */
function contentOf(list: Schema, root: Schema): string | undefined {
    const items = resolve(unionOf(list, root)[0]?.items, root)
    const type = constantOf(resolve(items.properties?.type, root))
    return typeof type === 'string' ? `${words(type)}s` : undefined
}

/** The one list or object that an object is only a wrapper of, such as `{data: […]}`, with the object's name. */
export function unwrap(entry: Entry, root: Schema): Entry {
    if (entry.kind !== 'object') return entry
    const [only, ...others] = entriesOf(unionOf(entry.schema, root)[0]!, entry.path, root)
    const isWrapper = only && !others.length && WRAPPERS.includes(String(only.path.at(-1)))
    if (!isWrapper || !['list', 'lines', 'object'].includes(only.kind)) return entry
    const {label, isRequired, schema} = entry
    return {...only, label, isRequired, schema: {...only.schema, description: schema.description}}
}
