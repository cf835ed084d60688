// Which member of a union a value belongs to, and what people call it.
import {isObject, type Json, partOf, type Path, typeOf} from './json'
import {allTypes, constantOf, propertyOf, resolve, type Schema, unionOf} from './schema'
import {words} from './words'

const MAX_DEPTH = 4
const TYPES = {string: 'Text', integer: 'Whole number', number: 'Number', boolean: 'True or false', array: 'List'}

/** How well a value fits a schema: below 0 if a type or a constant differs, else the more properties fit the higher. */
function fit(schema: Schema, value: Json, root: Schema, depth = 0): number {
    const type = typeOf(value)
    const types = allTypes(schema)
    if (types.length && !types.includes(type) && !(type === 'integer' && types.includes('number'))) return -1
    if (schema.enum && !schema.enum.includes(value as never)) return -1
    if (!isObject(value) || depth > MAX_DEPTH) return 0
    let score = 100 - 3 * (schema.required ?? []).filter(name => !(name in value)).length
    for (const [name, inner] of Object.entries(value)) {
        const property = schema.properties?.[name] && resolve(schema.properties[name], root)
        const members = property?.oneOf ? unionOf(property, root) : [property ?? {enum: []}]
        const best = Math.max(...members.map(member => fit(member, inner, root, depth + 1)))
        const isConstant = property && constantOf(property) !== undefined
        if (best < 0 && property && (isConstant || isObject(inner))) return -1
        score += best < 0 ? -1 : isConstant ? 12 : 2
    }
    return Math.max(0, score)
}

/** The position of the member that a value belongs to, -1 for none. */
export function memberFor(members: Schema[], value: Json | undefined, root: Schema): number {
    if (value === undefined || value === null) return -1
    const scores = members.map(member => fit(member, value, root))
    const best = Math.max(...scores)
    return best < 0 ? -1 : scores.indexOf(best)
}

function nameOf(member: Schema, root: Schema): string {
    const {required = [], properties = {}, title, type} = member
    const constants = required.map(name => constantOf(resolve(properties[name], root)))
    const texts = constants.filter(constant => typeof constant === 'string')
    if (texts.length) return texts.map(words).join(', ')
    if (title) return words(title)
    return TYPES[type as keyof typeof TYPES] ?? (required.map(words).join(', ') || 'Object')
}

/** The values that a member's required fields are limited to, in any depth. */
function choicesOf(member: Schema, root: Schema, depth = 0): string[] {
    if (depth > MAX_DEPTH) return []
    const required = (member.required ?? []).map(name => resolve(member.properties?.[name], root))
    return required.flatMap(property => {
        const texts = (property.enum ?? []).filter(value => typeof value === 'string')
        return [...texts.map(words), ...unionOf(property, root).flatMap(inner => choicesOf(inner, root, depth + 1))]
    })
}

const keysOf = (member: Schema): string[] => Object.keys(member.properties ?? {}).map(words)

/** The names of the members of a union, all different: those of the same name with what only they can be or have. */
export function memberNames(members: Schema[], root: Schema): string[] {
    const names = members.map(member => nameOf(member, root))
    return members.map((member, index) => {
        const name = names[index]!
        const others = members.filter((other, at) => other !== member && names[at] === name)
        if (!others.length) return name
        const only = (list: (member: Schema) => string[]) => {
            const own = new Set(list(member))
            for (const text of others.flatMap(list)) own.delete(text)
            return [...own].slice(0, 3).join(', ')
        }
        return `${name}: ${only(member => choicesOf(member, root)) || only(keysOf) || words(member.title ?? `${index + 1}`)}`
    })
}

/** The schema of what is at a path, of the members of unions that the value fits. */
export function schemaAt(root: Schema, value: Json | undefined, path: Path): Schema {
    let schema = root
    for (const part of path) {
        const members = unionOf(schema, root)
        schema = propertyOf(members[Math.max(0, memberFor(members, value, root))], part, root)
        value = partOf(value, part)
    }
    return schema
}
