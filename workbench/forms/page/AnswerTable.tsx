// Resources as a table: a row each, a column for each attribute by its dotted name; deep ones as JSON.
import {Button, Table} from '@mantine/core'
import {useMemo, useState} from 'react'
import {isObject, type Json, type JsonObject} from './json'

const PAGE = 100
const MAX_DEPTH = 2

function flatten(
    value: JsonObject,
    prefix: string,
    depth: number,
    into: {[name: string]: Json},
): {[name: string]: Json} {
    for (const [name, inner] of Object.entries(value)) {
        if (isObject(inner) && depth < MAX_DEPTH && Object.keys(inner).length)
            flatten(inner, `${prefix}${name}.`, depth + 1, into)
        else into[prefix + name] = inner
    }
    return into
}

const asRow = ({attributes, ...resource}: JsonObject): {[name: string]: Json} => {
    const {type, id, joined_group_at} = resource
    const row: {[name: string]: Json} = {type: type ?? null, id: id ?? null}
    if (joined_group_at !== undefined) row.joined_group_at = joined_group_at
    return isObject(attributes) ? flatten(attributes, '', 0, row) : row
}

export const write = (value: Json | undefined): string =>
    value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

export function AnswerTable({rows}: {rows: JsonObject[]}) {
    const [shown, setShown] = useState(PAGE)
    const [order, setOrder] = useState({column: '', isDescending: false})
    const flat = useMemo(() => rows.map(asRow), [rows])
    const columns = useMemo(
        () => [...new Set(flat.flatMap(Object.keys))].filter(name => flat.some(row => write(row[name]))),
        [flat],
    )
    const sorted = useMemo(() => {
        const {column, isDescending} = order
        if (!column) return flat
        const compare = (one: Json | undefined, other: Json | undefined) =>
            typeof one === 'number' && typeof other === 'number' ? one - other : write(one).localeCompare(write(other))
        return flat.toSorted((one, other) => compare(one[column], other[column]) * (isDescending ? -1 : 1))
    }, [flat, order])
    return (
        <>
            <div className="table" tabIndex={0} role="region" aria-label="Answer as a table">
                <Table striped stickyHeader verticalSpacing={4} fz="xs">
                    <Table.Thead>
                        <Table.Tr>
                            {columns.map(name => (
                                <Table.Th
                                    key={name}
                                    aria-sort={
                                        order.column !== name ? 'none' : order.isDescending ? 'descending' : 'ascending'
                                    }>
                                    <button
                                        type="button"
                                        className="sort"
                                        onClick={() =>
                                            setOrder({
                                                column: name,
                                                isDescending: order.column === name && !order.isDescending,
                                            })
                                        }>
                                        {name}
                                        {order.column === name && (order.isDescending ? ' ↓' : ' ↑')}
                                    </button>
                                </Table.Th>
                            ))}
                        </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                        {sorted.slice(0, shown).map((row, index) => (
                            <Table.Tr key={`${write(row.id)} ${index}`}>
                                {columns.map(name => (
                                    <Table.Td key={name} title={write(row[name])}>
                                        {write(row[name])}
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
