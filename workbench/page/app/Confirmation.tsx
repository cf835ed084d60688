// What is asked before a write to Klaviyo, as the server has prepared it; what removes something is typed.
import {Alert, Button, Group, Modal, Text, TextInput} from '@mantine/core'
import {useInputState} from '@mantine/hooks'
import {useEffect} from 'react'
import {loadAccount, type Operation, prepare, type Prepared} from './api'
import type {JsonObject} from './json'
import {useLoaded} from './loading'
import {formatNumber, words} from './words'

interface Props {
    isOpen: boolean
    operation: Operation
    value: JsonObject
    onCancel: () => void
    /** Gets the token that the run needs. */
    onConfirm: (token: string) => void
}

export function Confirmation({isOpen, ...props}: Props) {
    const title = `Send ${props.operation.schema.title} to Klaviyo?`
    return (
        <Modal opened={isOpen} onClose={props.onCancel} title={title} centered closeOnClickOutside={false}>
            <Content {...props} />
        </Modal>
    )
}

const REMOVING = /^(unsubscribe|suppress)$/

/** What is typed to confirm; undefined if the run removes nothing. */
function wordOf({operation: name, deletes}: Operation, {id, action}: JsonObject): string | undefined {
    if (typeof action === 'string' && REMOVING.test(action)) return action
    if (!deletes && !REMOVING.test(name)) return undefined
    return typeof id === 'string' && id ? id : name
}

function Content({operation, value, onCancel, onConfirm}: Omit<Props, 'isOpen'>) {
    const {deletes, method, path, operation: name} = operation
    const [typed, setTyped] = useInputState('')
    const word = wordOf(operation, value)
    const input = {label: `Type ${word} to confirm`, value: typed, onChange: setTyped}
    const {answer, fault = answer?.error?.message} = useLoaded(loadAccount, [])
    const {answer: prepared, fault: refused} = useLoaded(() => prepare(name, value), [])
    // What cannot be sent needs no confirmation: the run says what is wrong.
    const isInvalid = prepared?.error?.name === 'InvalidInput'
    useEffect(() => {
        if (isInvalid) onConfirm(prepared!.token)
    }, [isInvalid])
    const account = fault
        ? `the account of KLAVIYO_API_KEY (its name cannot be read: ${fault})`
        : answer && `the account “${answer.name}” (${answer.id})`
    const stopped = refused ?? prepared?.error?.message
    const isReady = account && prepared && !stopped && (!word || typed.trim() === word)
    return (
        <>
            <Text size="sm">
                {path ? `${method} ${prepared?.request?.target ?? path}` : 'This script'}{' '}
                {deletes ? 'deletes or removes data' : 'writes'} in {account || '…'}.
            </Text>
            {prepared && <Facts prepared={prepared} value={value} />}
            {!prepared && !refused && <Text size="sm">Preparing…</Text>}
            {stopped && <Alert mt="sm">{stopped}</Alert>}
            {word && <TextInput {...input} mt="md" autoComplete="off" data-autofocus />}
            <Group justify="flex-end" mt="lg">
                <Button variant="default" onClick={onCancel} data-autofocus={word ? undefined : true}>
                    Cancel
                </Button>
                <Button color="red" disabled={!isReady} onClick={() => prepared && onConfirm(prepared.token)}>
                    Send to Klaviyo
                </Button>
            </Group>
        </>
    )
}

/** The size of a request; of a file, what is done with how many rows. */
function Facts({prepared: {request, report}, value}: {prepared: Prepared; value: JsonObject}) {
    if (request) return <Text size="sm">{formatNumber(request.bytes)} bytes in its body</Text>
    if (!report) return null
    const arguments_ = ['source', 'action', 'channels', 'list_id', 'metric', 'backfill'].flatMap(name => {
        const given = value[name] ?? report[name]
        return given == null ? [] : [[words(name), Array.isArray(given) ? given.join(', ') : String(given)]]
    })
    const counts = ['rows', 'would_send', 'before', 'rejected', 'repeated'].map(name => [
        words(name),
        formatNumber(Number(report[name] ?? 0)),
    ])
    return (
        <ul>
            {[...arguments_, ...counts].map(([name, fact]) => (
                <li key={name}>
                    {name}: <strong>{fact}</strong>
                </li>
            ))}
        </ul>
    )
}
