// What a run has to know before it sends anything, as choices that become arguments.
import {Button, Group} from '@mantine/core'
import type {Outcome} from './api'
import {isObject, type Json, type JsonObject, type Path} from './json'
import type {Schema} from './schema'
import {words} from './words'

interface Props {
    outcome: Outcome
    schema: Schema
    value: JsonObject
    onChange: (path: Path, value: Json | undefined) => void
}

interface Choice {
    about: string
    options: JsonObject[]
}

/** An option as people read it: Mapping: email_consent → none. */
const describe = (option: JsonObject): string =>
    Object.entries(option)
        .map(([name, value]) => `${words(name)}: ${write(value)}`)
        .join(', ')

const write = (value: Json): string => {
    if (!isObject(value)) return Array.isArray(value) ? value.join(', ') : String(value)
    const entries = Object.entries(value)
    return entries.map(([key, inner]) => `${key} → ${isObject(inner) ? write(inner) : inner || 'none'}`).join(', ')
}

/** The value with another merged into it: objects by their names. */
const merge = (before: Json | undefined, next: Json): Json =>
    isObject(before) && isObject(next)
        ? Object.entries(next).reduce<JsonObject>(
              (all, [name, inner]) => ({...all, [name]: merge(all[name], inner)}),
              before,
          )
        : next

/** Arguments with a few values that the run asks for by name, such as `Set backfill to true`. */
function namedChoices({error, log}: Outcome, schema: Schema, value: JsonObject): Choice[] {
    const text = `${error?.message ?? ''}\n${log}`
    return Object.entries(schema.properties ?? {}).flatMap(([name, {enum: values}]) => {
        const isAsked = new RegExp(`(\\b[Ss]et|\\b[Nn]eeds?|^) ?${name}\\b`, 'm').test(text)
        const isMissing = error?.places.some(({at}) => at[0] === name)
        if (!values || value[name] !== undefined || !(isAsked || isMissing)) return []
        return [{about: words(name), options: values.map(item => ({[name]: item}))}]
    })
}

export function Questions({outcome, schema, value, onChange}: Props) {
    const asked = (outcome.error?.questions ?? []).map(({column, values, options}) => ({
        about: `${column} (${values.join(', ')})`,
        options,
    }))
    const choices = [...asked, ...namedChoices(outcome, schema, value)]
    const choose = (option: JsonObject) => {
        for (const [name, next] of Object.entries(option)) onChange([name], merge(value[name], next))
    }
    return choices.map(({about, options}) => (
        <Group key={about} gap={6} role="group" aria-label={`Question about ${about}`}>
            <strong>{about}</strong>
            {options.map(option => (
                <Button key={describe(option)} size="compact-xs" variant="light" onClick={() => choose(option)}>
                    {describe(option)}
                </Button>
            ))}
        </Group>
    ))
}
