// What is asked before a write to Klaviyo; a delete is typed.
import {Button, Group, Modal, Text, TextInput} from '@mantine/core'
import {useEffect, useState} from 'react'
import {loadAccount, type Operation} from './api'

interface Props {
    isOpen: boolean
    operation: Operation
    /** Path and query of the request; undefined for a script that decides itself what it sends. */
    target?: string
    /** What is typed to delete. */
    word: string
    onCancel: () => void
    onConfirm: () => void
}

export function Confirmation({isOpen, ...props}: Props) {
    const title = `Send ${props.operation.schema.title} to Klaviyo?`
    const close = {closeOnClickOutside: false, closeButtonProps: {'aria-label': 'Close'}}
    return (
        <Modal opened={isOpen} onClose={props.onCancel} title={title} centered {...close}>
            <Content {...props} />
        </Modal>
    )
}

function Content({operation, target, word, onCancel, onConfirm}: Omit<Props, 'isOpen'>) {
    const {deletes, method} = operation
    const [account, setAccount] = useState('')
    const [typed, setTyped] = useState('')
    useEffect(() => {
        const unnamed = (message: string) => `the account of KLAVIYO_API_KEY (its name cannot be read: ${message})`
        loadAccount().then(
            ({name, id, error}) => setAccount(error ? unnamed(error.message) : `the account “${name}” (${id})`),
            (error: Error) => setAccount(unnamed(error.message)),
        )
    }, [])
    const isReady = account && (!deletes || typed.trim() === word)
    return (
        <>
            <Text size="sm">
                {target ? `${method} ${target}` : 'This script'} {deletes ? 'deletes or removes data' : 'writes'} in{' '}
                {account || '…'}.
            </Text>
            {deletes && (
                <TextInput
                    mt="md"
                    label={`Type ${word} to confirm`}
                    value={typed}
                    onChange={event => setTyped(event.currentTarget.value)}
                    autoComplete="off"
                    data-autofocus
                />
            )}
            <Group justify="flex-end" mt="lg">
                <Button variant="default" onClick={onCancel} data-autofocus={deletes ? undefined : true}>
                    Cancel
                </Button>
                <Button color="red" disabled={!isReady} onClick={onConfirm}>
                    Send to Klaviyo
                </Button>
            </Group>
        </>
    )
}
