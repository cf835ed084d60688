// What a JSON Schema of this collection says about a field: its kind, its name, what a new value starts with.
import type {Json, JsonObject} from './json'

export interface Schema {
    type?: string | string[]
    title?: string
    description?: string
    default?: Json
    /** Of the arguments of an endpoint. */
    examples?: JsonObject[]
    enum?: Json[]
    format?: string
    contentEncoding?: string
    placeholder?: string
    /** Whether the script offers choices. */
    picker?: boolean
    nullable?: boolean
    properties?: {[name: string]: Schema}
    required?: string[]
    items?: Schema
    oneOf?: Schema[]
    anyOf?: Schema[]
    $ref?: string
    $defs?: {[name: string]: Schema}
    minItems?: number
    maxItems?: number
    maxProperties?: number
    maxLength?: number
}

type Single = 'choice' | 'text' | 'number' | 'boolean' | 'date-time' | 'file'
export type Kind = Single | 'choices' | 'lines' | 'list' | 'object' | 'json' | 'union' | 'picker'

const KINDS: {[type: string]: Kind} = {string: 'text', integer: 'number', number: 'number', boolean: 'boolean'}
/** The kinds of lists with an input of their own, by the kind of their items. */
const LISTS: {[kind in Kind]?: Kind} = {choice: 'choices', text: 'lines', 'date-time': 'lines', number: 'lines'}
const MAX_DEPTH = 40

/** The schema with its references followed; what stands beside a reference, such as a description, has precedence. */
export function resolve(schema: Schema | undefined, root: Schema): Schema {
    let resolved = schema ?? {}
    for (let depth = 0; resolved.$ref && depth < MAX_DEPTH; depth++) {
        const {$ref, ...beside} = resolved
        resolved = {...root.$defs?.[$ref.split('/').at(-1)!], ...beside}
    }
    return resolved
}

/** The schema of a property of an object, or of the items of a list. */
export const propertyOf = (schema: Schema | undefined, part: string | number, root: Schema): Schema =>
    resolve(typeof part === 'number' ? schema?.items : schema?.properties?.[part], root)

export const allTypes = (schema: Schema): string[] => (schema.type === undefined ? [] : [schema.type].flat())

/** Whether null may be sent. `nullable` is for Windmill's forms, and for a reason of their own. */
export const canBeNull = (schema: Schema): boolean =>
    !schema.nullable && (allTypes(schema).includes('null') || membersOf(schema).some(({type}) => type === 'null'))

const membersOf = (schema: Schema): Schema[] => schema.oneOf ?? schema.anyOf ?? []

/** The members of a union, without null; several types in a list are members, too. */
export function unionOf(schema: Schema, root: Schema): Schema[] {
    const members = membersOf(schema).map(member => ({title: member.$ref?.split('/').at(-1), ...resolve(member, root)}))
    const types = members.length ? [] : allTypes(schema)
    const all = [...members, ...types.map(type => ({...schema, type}))].filter(({type}) => type !== 'null')
    return all.flatMap(member => (membersOf(member).length ? unionOf(member, root) : [member]))
}

export function kindOf(schema: Schema, root: Schema): Kind {
    if (schema.picker) return 'picker'
    const members = unionOf(schema, root)
    if (members.length > 1) return 'union'
    const [member] = members
    if (!member) return 'json'
    if (member.contentEncoding === 'base64' || member.format === 'resource-s3_object') return 'file'
    if (member.enum) return 'choice'
    if (member.type === 'string' && member.format === 'date-time') return 'date-time'
    if (member.type === 'object' && Object.keys(member.properties ?? {}).length) return 'object'
    if (member.type === 'array') return LISTS[kindOf(resolve(member.items, root), root)] ?? 'list'
    return KINDS[String(member.type)] ?? 'json'
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
        const preset = depth === 0 ? property.default : undefined
        const initial = preset ?? initialValue(property, root, depth + 1)
        if (initial !== undefined) value[name] = initial
    }
    return value
}
