// What is asked before a write to Klaviyo; a delete is typed.
import {Button, Group, Modal, Text, TextInput} from '@mantine/core'
import {useEffect, useState} from 'react'
import {loadAccount, type Operation} from './api'

interface Props {
    operation: Operation
    onCancel: () => void
    onConfirm: () => void
}

export function Confirmation({operation, onCancel, onConfirm}: Props) {
    const [account, setAccount] = useState('')
    const [typed, setTyped] = useState('')
    useEffect(() => {
        loadAccount().then(
            ({name, id, error}) =>
                setAccount(
                    error
                        ? `the account of KLAVIYO_API_KEY (its name cannot be read: ${error.message})`
                        : `the account “${name}” (${id})`,
                ),
            (error: Error) => setAccount(`the account of KLAVIYO_API_KEY (its name cannot be read: ${error.message})`),
        )
    }, [])
    const isReady = account && (!operation.deletes || typed.trim() === operation.operation)
    return (
        <Modal
            opened
            onClose={onCancel}
            title={`Send ${operation.schema.title} to Klaviyo?`}
            closeButtonProps={{'aria-label': 'Close'}}
            centered>
            <Text size="sm">
                {operation.method ? `${operation.method} ${operation.path}` : 'This script'}{' '}
                {operation.deletes ? 'deletes or removes data' : 'writes'} in {account || '…'}.{' '}
                {operation.deletes && 'It cannot be undone here.'}
            </Text>
            {operation.deletes && (
                <TextInput
                    mt="md"
                    label={`Type ${operation.operation} to confirm`}
                    value={typed}
                    onChange={event => setTyped(event.currentTarget.value)}
                    autoComplete="off"
                    data-autofocus
                />
            )}
            <Group justify="flex-end" mt="lg">
                <Button variant="default" onClick={onCancel} data-autofocus={operation.deletes ? undefined : true}>
                    Cancel
                </Button>
                <Button color="red" disabled={!isReady} onClick={onConfirm}>
                    Send to Klaviyo
                </Button>
            </Group>
        </Modal>
    )
}
