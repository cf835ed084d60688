// Resources as a table: a row each, a column for each attribute by its dotted name; deep ones as JSON.
import {Table} from '@mantine/core'
import {useMemo} from 'react'
import {usePaging} from './buttons'
import {isObject, type Json, type JsonObject} from './json'

const PAGE = 100
const MAX_DEPTH = 2

function flatten(value: JsonObject, prefix = '', depth = 0): [string, Json][] {
    return Object.entries(value).flatMap(([name, inner]): [string, Json][] =>
        isObject(inner) && depth < MAX_DEPTH
            ? flatten(inner, `${prefix}${name}.`, depth + 1)
            : [[prefix + name, inner]],
    )
}

function asRow({type, id, joined_group_at, attributes}: JsonObject): {[column: string]: string} {
    const flat = Object.fromEntries(flatten(isObject(attributes) ? attributes : {}))
    const cells = Object.entries({type, id, joined_group_at, ...flat})
    return Object.fromEntries(cells.map(([column, value]) => [column, write(value)]))
}

const write = (value: Json | undefined): string =>
    typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value)

export function AnswerTable({rows}: {rows: JsonObject[]}) {
    const cells = useMemo(() => rows.map(asRow), [rows])
    const [visible, more] = usePaging(cells, PAGE)
    const head = [...new Set(cells.flatMap(Object.keys))].filter(column => cells.some(row => row[column]))
    const body = visible.map(row => head.map(column => <span title={row[column]}>{row[column]}</span>))
    return (
        <>
            <div className="table" tabIndex={0} role="region" aria-label="Table">
                <Table striped stickyHeader verticalSpacing={4} fz="xs" data={{head, body}} />
            </div>
            {more}
        </>
    )
}
