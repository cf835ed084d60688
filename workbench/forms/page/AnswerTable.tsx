// Resources as a table: a row each, a column for each attribute by its dotted name; deep ones as JSON.
import {Button, Table} from '@mantine/core'
import {useMemo, useState} from 'react'
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
    const cells = Object.entries({
        type,
        id,
        joined_group_at,
        ...Object.fromEntries(flatten(isObject(attributes) ? attributes : {})),
    })
    return Object.fromEntries(cells.map(([column, value]) => [column, write(value)]))
}

const write = (value: Json | undefined): string =>
    typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value)

export function AnswerTable({rows}: {rows: JsonObject[]}) {
    const [shown, setShown] = useState(PAGE)
    const cells = useMemo(() => rows.map(asRow), [rows])
    const columns = [...new Set(cells.flatMap(Object.keys))].filter(column => cells.some(row => row[column]))
    return (
        <>
            <div className="table" tabIndex={0} role="region" aria-label="Table">
                <Table striped stickyHeader verticalSpacing={4} fz="xs">
                    <Table.Thead>
                        <Table.Tr>
                            {columns.map(column => (
                                <Table.Th key={column}>{column}</Table.Th>
                            ))}
                        </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                        {cells.slice(0, shown).map((row, index) => (
                            <Table.Tr key={index}>
                                {columns.map(column => (
                                    <Table.Td key={column} title={row[column]}>
                                        {row[column]}
                                    </Table.Td>
                                ))}
                            </Table.Tr>
                        ))}
                    </Table.Tbody>
                </Table>
            </div>
            {rows.length > shown && (
                <Button size="compact-xs" variant="subtle" onClick={() => setShown(shown + PAGE)}>
                    {rows.length - shown} more
                </Button>
            )}
        </>
    )
}
