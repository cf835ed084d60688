// An import as a tool: a file is dropped, its columns are shown with the field each goes to, and what a dry run says.
import {Alert, Button, FileButton, Group, Text} from '@mantine/core'
import {type DragEvent, useEffect, useState} from 'react'
import {dryRun, type Operation, type Outcome, uploadFile} from './api'
import {type Column, ColumnTable} from './ColumnTable'
import {isObject, type Json, type JsonObject, type Path} from './json'
import {Questions} from './Questions'
import {RejectedRows} from './RejectedRows'
import {formatNumber} from './words'

const PAUSE = 400 // milliseconds without a change, after which the file is read again
/** What a dry run counts, in its own names. */
const COUNTS = {rows: 'rows', would_send: 'would be sent', before: 'sent before', rejected: 'rejected'}
const MORE_COUNTS = {repeated: 'repeated', gathered: 'gathered with others', skipped: 'ask for nothing'}

interface Props {
    operation: Operation
    value: JsonObject
    isLive: boolean
    /** Changes when a run has ended: what it sent is not sent again. */
    ran: unknown
    onChange: (path: Path, value: Json | undefined) => void
}

/** Whether there is a file, by its name, or rows; a new form has an empty object. */
const hasSource = ({source}: JsonObject) => (typeof source === 'string' || Array.isArray(source)) && source.length > 0

export function FileImport({operation, value, isLive, ran, onChange}: Props) {
    const [fault, setFault] = useState('')
    const [isOver, setOver] = useState(false)
    const {outcome, isReading} = useDryRun(operation.operation, value, isLive, ran)
    const properties = operation.schema.properties ?? {}
    const take = async (file: File | null | undefined) => {
        if (!file) return
        setFault('')
        const name = await uploadFile(file).catch((error: Error) => setFault(error.message))
        if (name) onChange(['source'], name)
    }
    const drop = (event: DragEvent) => {
        event.preventDefault()
        setOver(false)
        void take(event.dataTransfer.files[0])
    }
    const over = (event: DragEvent) => {
        event.preventDefault()
        setOver(true)
    }
    const report = isObject(outcome?.answer) ? outcome.answer : null
    const columns = (Array.isArray(report?.columns) ? report.columns : []) as unknown as Column[]
    return (
        <section className="panel file-import" aria-label="File and dry run">
            <div
                className={isOver ? 'drop over' : 'drop'}
                onDrop={drop}
                onDragOver={over}
                onDragLeave={() => setOver(false)}>
                <Text size="sm">{typeof value.source === 'string' ? value.source : 'Drop a file here, or'}</Text>
                <FileButton onChange={file => void take(file)}>
                    {props => (
                        <Button {...props} size="compact-sm" variant="default">
                            {hasSource(value) ? 'Choose another file' : 'Choose a file'}
                        </Button>
                    )}
                </FileButton>
                <Text size="sm" c="dimmed" role="status">
                    {isReading && 'Dry run…'}
                </Text>
            </div>
            {fault && <Alert>{fault}</Alert>}
            {outcome?.error && <Alert title="It cannot be imported yet">{outcome.error.message}</Alert>}
            {outcome && <Questions outcome={outcome} schema={operation.schema} value={value} onChange={onChange} />}
            {report && <Counts report={report} />}
            {columns.length > 0 && (
                <ColumnTable
                    columns={columns}
                    fields={operation.fields}
                    hasProperties={'properties' in properties}
                    hasTypes={'types' in properties}
                    value={value}
                    onChange={onChange}
                />
            )}
            {outcome && <RejectedRows outcome={outcome} />}
        </section>
    )
}

function Counts({report}: {report: JsonObject}) {
    const shown = Object.entries({...COUNTS, ...MORE_COUNTS}).filter(
        ([name]) => typeof report[name] === 'number' && (name in COUNTS || report[name]),
    )
    return (
        <Group gap="lg" role="group" aria-label="Dry run">
            {shown.map(([name, label]) => (
                <span key={name}>
                    <strong>{formatNumber(report[name] as number)}</strong> {label}
                </span>
            ))}
        </Group>
    )
}

/** What a dry run says of a file, a moment after it or the arguments have changed. */
function useDryRun(name: string, value: JsonObject, isLive: boolean, ran: unknown) {
    const [outcome, setOutcome] = useState<Outcome>()
    const [isReading, setReading] = useState(false)
    useEffect(() => {
        if (!hasSource(value)) {
            setOutcome(undefined)
            setReading(false)
            return
        }
        const abort = new AbortController()
        const timer = setTimeout(async () => {
            setReading(true)
            const failed = ({message}: Error) => ({sent: [], log: '', error: {name: 'Error', message, places: []}})
            const result = await dryRun(name, value, isLive, abort.signal).catch(failed)
            if (abort.signal.aborted) return
            setReading(false)
            setOutcome(result)
        }, PAUSE)
        return () => {
            clearTimeout(timer)
            abort.abort()
        }
    }, [name, value, isLive, ran])
    return {outcome, isReading}
}
