// The columns of a file: the field each goes to, its type, and three of its values. Changes become arguments.
import {Table} from '@mantine/core'
import {InlineChoice} from './form/inputs'
import {isObject, type Json, type JsonObject, type Path} from './json'

export interface Column {
    column: string
    /** As in `mapping`, or `properties.` and the name of a property; null if it is not sent by itself. */
    field: string | null
    type: string
    values: string[]
}

const PROPERTY = 'property'
const NOT_SENT = 'not sent'
const ITEMS = 'items'
const TYPES = ['text', 'number', 'boolean', 'date', 'list']

interface Props {
    columns: Column[]
    /** The fields that a column can go to. */
    fields: string[]
    hasProperties: boolean
    hasTypes: boolean
    value: JsonObject
    onChange: (path: Path, value: Json | undefined) => void
}

const isProperty = ({field}: Column) => field?.startsWith('properties.') ?? false

/** Where a column goes, as its menu has it. */
const targetOf = (column: Column) => (isProperty(column) ? PROPERTY : (column.field ?? NOT_SENT))

const orUndefined = (value: JsonObject) => (Object.keys(value).length ? value : undefined)

export function ColumnTable({columns, fields, hasProperties, hasTypes, value, onChange}: Props) {
    const move = (column: Column, target: string) => {
        const mapping: JsonObject = isObject(value.mapping) ? {...value.mapping} : {}
        const former = targetOf(column)
        if (fields.includes(former)) mapping[former] = '' // its header would say so again
        if (fields.includes(target)) mapping[target] = column.column
        onChange(['mapping'], orUndefined(mapping))
        if (!hasProperties || (former !== NOT_SENT && target !== NOT_SENT)) return
        if (former !== NOT_SENT || target === PROPERTY || target === NOT_SENT) {
            const others = columns.filter(other => isProperty(other) && other !== column)
            const chosen = others.map(other => other.column)
            if (target === PROPERTY) chosen.push(column.column)
            onChange(['properties'], chosen.length ? chosen : 'none')
        }
    }
    const setType = (column: string, type: string) => {
        const types: JsonObject = isObject(value.types) ? {...value.types} : {}
        onChange(['types'], orUndefined({...types, [column]: type}))
    }
    const targets = [...fields, ...(hasProperties ? [PROPERTY] : []), NOT_SENT]
    const rows = columns.map(column => {
        const target = targetOf(column)
        const offered = target === ITEMS ? [ITEMS, ...targets] : targets
        const types = TYPES.includes(column.type) ? TYPES : [column.type, ...TYPES]
        return [
            <span className="column-name">{column.column}</span>,
            <InlineChoice
                size="xs"
                label={`Field of ${column.column}`}
                data={offered}
                value={target}
                onChoose={chosen => move(column, chosen)}
            />,
            hasTypes && isProperty(column) ? (
                <InlineChoice
                    size="xs"
                    label={`Type of ${column.column}`}
                    data={types}
                    value={column.type}
                    onChoose={type => setType(column.column, type)}
                />
            ) : (
                column.type
            ),
            <span className="hint">{column.values.join(' · ')}</span>,
        ]
    })
    return (
        <div className="table" tabIndex={0} role="region" aria-label="Columns of the file">
            <Table verticalSpacing={3} fz="sm" data={{head: ['Column', 'Goes to', 'Type', 'Values'], body: rows}} />
        </div>
    )
}
