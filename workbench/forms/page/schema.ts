// What a JSON Schema of this collection says about a field: its kind, its name, what a new value starts with.
import {type Json, type JsonObject, isObject, type Path, typeOf} from './json'

export interface Schema {
    type?: string | string[]
    title?: string
    description?: string
    default?: Json
    examples?: Json[]
    enum?: Json[]
    format?: string
    pattern?: string
    contentEncoding?: string
    placeholder?: string
    nullable?: boolean
    properties?: {[name: string]: Schema}
    required?: string[]
    additionalProperties?: boolean
    items?: Schema
    oneOf?: Schema[]
    anyOf?: Schema[]
    allOf?: Schema[]
    $ref?: string
    $defs?: {[name: string]: Schema}
    minItems?: number
    maxItems?: number
    maxProperties?: number
    maxLength?: number
}

export type Kind = 'choice' | 'text' | 'number' | 'boolean' | 'date-time' | 'list' | 'lines' | 'choices' | 'object' | 'json' | 'union' | 'file'

/** Objects that JSON:API wraps around the content: they have no frame and no name of their own. */
const WRAPPERS = ['body', 'data', 'attributes', 'relationships']
const MAX_DEPTH = 12

/** The schema with its references followed; what stands beside a reference, such as a description, has precedence. */
export function resolve(schema: Schema | undefined, root: Schema): Schema {
    let resolved = schema ?? {}
    for (let depth = 0; resolved.$ref && depth < MAX_DEPTH; depth++) {
        const {$ref, ...beside} = resolved
        resolved = {...root.$defs?.[$ref.split('/').at(-1)!], ...beside}
    }
    if (resolved.allOf) {
        const {allOf, ...beside} = resolved
        const parts = allOf.map(part => resolve(part, root))
        const properties = Object.assign({}, ...parts.map(part => part.properties), beside.properties)
        return {...Object.assign({}, ...parts), ...beside, properties}
    }
    return resolved
}

const allTypes = (schema: Schema): string[] => (schema.type === undefined ? [] : [schema.type].flat())

export const isNullable = (schema: Schema): boolean =>
    Boolean(schema.nullable) || allTypes(schema).includes('null') || membersOf(schema).some(member => member.type === 'null')

const membersOf = (schema: Schema): Schema[] => schema.oneOf ?? schema.anyOf ?? []

/** The members of a union, without null; several types in a list are members, too. */
export function unionOf(schema: Schema, root: Schema): Schema[] {
    if (schema.oneOf || schema.anyOf) {
        return membersOf(schema).flatMap(member => {
            const resolved = resolve(member, root)
            if (resolved.type === 'null') return []
            return resolved.oneOf ? unionOf(resolved, root) : [{...resolved, title: resolved.title ?? member.$ref?.split('/').at(-1)}]
        })
    }
    const {type, ...rest} = schema
    return [type ?? []].flat().filter(name => name !== 'null').map(name => ({...rest, type: name}))
}

export function kindOf(schema: Schema, root: Schema): Kind {
    const members = unionOf(schema, root)
    if (members.length > 1) return 'union'
    const [member] = members
    if (!member) return 'json'
    if (member.contentEncoding === 'base64' || member.format === 'resource-s3_object') return 'file'
    if (member.enum) return 'choice'
    switch (member.type) {
        case 'array': {
            const items = resolve(member.items, root)
            if (items.enum) return 'choices'
            if (!member.items || unionOf(items, root).length > 1) return 'list'
            return ['string', 'integer', 'number'].includes(String(allTypes(items)[0])) ? 'lines' : 'list'
        }
        case 'object':
            return member.properties && Object.keys(member.properties).length ? 'object' : 'json'
        case 'integer':
        case 'number':
            return 'number'
        case 'boolean':
            return 'boolean'
        case 'string':
            return member.format === 'date-time' ? 'date-time' : 'text'
    }
    return 'json'
}

/** The one value that a field can have, if it is so. */
export const constantOf = (schema: Schema): Json | undefined => (schema.enum?.length === 1 ? schema.enum[0] : undefined)

/** What a new value starts with: constants, and the objects that must be there. */
export function initialValue(schema: Schema, root: Schema, depth = 0): Json | undefined {
    const members = unionOf(schema, root)
    const member = members.length === 1 ? members[0]! : undefined
    if (!member || depth > MAX_DEPTH) return undefined
    if (constantOf(member) !== undefined) return constantOf(member)
    if (member.type === 'array') {
        const item = member.minItems ? initialValue(resolve(member.items, root), root, depth + 1) : undefined
        return item === undefined ? [] : [item]
    }
    if (member.type !== 'object') return undefined
    const value: JsonObject = {}
    for (const name of member.required ?? []) {
        const property = resolve(member.properties?.[name], root)
        const initial = depth === 0 && property.default != null ? property.default : initialValue(property, root, depth + 1)
        if (initial !== undefined) value[name] = initial
    }
    return value
}

/** How well a value fits a schema: below 0 if a type or a constant differs, else the more properties fit the higher. */
function fit(schema: Schema, value: Json, root: Schema, depth = 0): number {
    const type = typeOf(value)
    const types = allTypes(schema)
    if (types.length && !types.includes(type) && !(type === 'integer' && types.includes('number'))) return -1
    if (schema.enum && !schema.enum.includes(value as never)) return -1
    if (!isObject(value) || depth > 4) return 0
    let score = 0
    for (const [name, inner] of Object.entries(value)) {
        if (!schema.properties?.[name]) {
            score -= 1
            continue
        }
        const property = resolve(schema.properties[name], root)
        const best = Math.max(...(property.oneOf ? unionOf(property, root) : [property]).map(member => fit(member, inner, root, depth + 1)))
        if (best < 0 && (constantOf(property) !== undefined || isObject(inner))) return -1
        score += best < 0 ? -1 : 2 + (constantOf(property) === undefined ? 0 : 10)
    }
    return Math.max(0, 100 + score - 3 * (schema.required ?? []).filter(name => !(name in value)).length)
}

/** The position of the member that a value belongs to, -1 for none. */
export function memberFor(members: Schema[], value: Json | undefined, root: Schema): number {
    if (value === undefined || value === null) return -1
    const scores = members.map(member => fit(member, value, root))
    const best = Math.max(...scores)
    return best < 0 ? -1 : scores.indexOf(best)
}

/** The names of the members of a union, all different. */
export function memberNames(members: Schema[], root: Schema): string[] {
    const constants = members.map(member =>
        (member.required ?? []).flatMap(name => {
            const constant = constantOf(resolve(member.properties?.[name], root))
            return typeof constant === 'string' ? [words(constant)] : []
        }),
    )
    const names = members.map((member, index) => {
        if (constants[index]!.length) return constants[index]!.join(', ')
        if (member.title) return words(member.title.replace(/(?<=[a-z])(?=[A-Z])/g, ' '))
        if (member.type !== 'object') return {string: 'Text', integer: 'Whole number', number: 'Number', boolean: 'True or false', array: 'List'}[String(member.type)] ?? 'JSON'
        return (member.required ?? Object.keys(member.properties ?? {})).map(words).join(', ') || 'Object'
    })
    const own = (index: number) => words((members[index]!.title ?? `Option ${index + 1}`).replace(/(?<=[a-z])(?=[A-Z])/g, ' '))
    return names.map((name, index) => (names.indexOf(name) === names.lastIndexOf(name) ? name : `${name}: ${own(index)}`)).map(
        (name, index, all) => (all.indexOf(name) === index ? name : `${name} (${index + 1})`),
    )
}

const ABBREVIATIONS = new Map(['id', 'ids', 'url', 'sms', 'uuid', 'html', 'cc', 'bcc', 'utm', 'json', 'css', 'api', 'rcs', 'mms', 'ip', 'ab'].map(name => [name, name.toUpperCase().replace(/IDS$/, 'IDs')]))

/** A name of the API in words: `phone_number` is Phone number. */
export function words(name: string): string {
    const text = name
        .split(/[\s_-]+/)
        .map(word => ABBREVIATIONS.get(word.toLowerCase()) ?? (word === word.toUpperCase() ? word : word.toLowerCase()))
        .join(' ')
        .trim()
    return text.charAt(0).toUpperCase() + text.slice(1)
}

export interface Entry {
    path: Path
    schema: Schema
    label: string
    kind: Kind
    isRequired: boolean
}

const isWrapper = (name: string, schema: Schema, root: Schema) => WRAPPERS.includes(name) && kindOf(schema, root) === 'object'

/** The fields of an object as people see them: those in wrappers as its own, without constants, required ones first. */
export function entriesOf(schema: Schema, path: Path, root: Schema, parents: string[] = [], isRequired = true): Entry[] {
    const entries = Object.entries(schema.properties ?? {}).flatMap(([name, property]): Entry[] => {
        const resolved = resolve(property, root)
        const needed = isRequired && Boolean(schema.required?.includes(name))
        if (schema.required?.includes(name) && constantOf(resolved) !== undefined) return []
        if (isWrapper(name, resolved, root)) return entriesOf(unionOf(resolved, root)[0]!, [...path, name], root, [...parents, name], needed)
        const label = WRAPPERS.includes(name) && parents.length ? words(parents.findLast(parent => !WRAPPERS.includes(parent)) ?? name) : words(name)
        return [{path: [...path, name], schema: resolved, label, kind: kindOf(resolved, root), isRequired: needed}]
    })
    return [...entries.filter(entry => entry.isRequired), ...entries.filter(entry => !entry.isRequired)]
}

/** The one list or object that an object is only a wrapper of, such as `{data: […]}`: its entry, with the object's name. */
export function unwrap(entry: Entry, root: Schema): Entry {
    if (entry.kind !== 'object') return entry
    const inner = entriesOf(unionOf(entry.schema, root)[0]!, entry.path, root)
    const [only] = inner
    if (inner.length !== 1 || !only || !['list', 'lines', 'object'].includes(only.kind)) return entry
    if (!WRAPPERS.includes(String(only.path.at(-1)))) return entry
    return {...only, label: entry.label, isRequired: entry.isRequired, schema: {...only.schema, description: entry.schema.description ?? only.schema.description}}
}

/** The schema of what is at a path, of the members of unions that the value fits. */
export function schemaAt(root: Schema, value: Json | undefined, path: Path): Schema {
    let schema = root
    for (const part of path) {
        const members = unionOf(schema, root)
        const member = members[Math.max(0, memberFor(members, value, root))] ?? {}
        schema = resolve(typeof part === 'number' ? member.items : member.properties?.[part], root)
        value = typeof value === 'object' && value !== null ? (value as JsonObject)[part] : undefined
    }
    return schema
}

/** How many items there are in all lists at a path such as `body.data.profiles[].events`. */
export function countAt(value: Json | undefined, at: string): number {
    let values: (Json | undefined)[] = [value]
    for (const step of at.split('.')) {
        const name = step.replace(/\[\]$/, '')
        values = values.map(inner => (isObject(inner) ? inner[name] : undefined))
        if (step.endsWith('[]')) values = values.flatMap(inner => (Array.isArray(inner) ? inner : []))
    }
    return values.reduce<number>((sum, inner) => sum + (Array.isArray(inner) ? inner.length : inner === undefined || at.endsWith('[]') === false ? 0 : 1), 0)
}
