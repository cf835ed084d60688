// What is asked before a write to Klaviyo; a delete is typed.
import {Button, Group, Modal, Text, TextInput} from '@mantine/core'
import {useInputState} from '@mantine/hooks'
import {loadAccount, type Operation} from './api'
import {useLoaded} from './loading'

interface Props {
    isOpen: boolean
    operation: Operation
    /** Path and query of the request, if they are known. */
    target?: string
    /** What is typed to delete. */
    word: string
    onCancel: () => void
    onConfirm: () => void
}

export function Confirmation({isOpen, ...props}: Props) {
    const title = `Send ${props.operation.schema.title} to Klaviyo?`
    return (
        <Modal opened={isOpen} onClose={props.onCancel} title={title} centered closeOnClickOutside={false}>
            <Content {...props} />
        </Modal>
    )
}

function Content({operation, target, word, onCancel, onConfirm}: Omit<Props, 'isOpen'>) {
    const {deletes, method, path} = operation
    const [typed, setTyped] = useInputState('')
    const input = {label: `Type ${word} to confirm`, value: typed, onChange: setTyped}
    const {answer, fault = answer?.error?.message} = useLoaded(loadAccount, [])
    const account = fault
        ? `the account of KLAVIYO_API_KEY (its name cannot be read: ${fault})`
        : answer && `the account “${answer.name}” (${answer.id})`
    const isReady = account && (!deletes || typed.trim() === word)
    return (
        <>
            <Text size="sm">
                {path ? `${method} ${target ?? path}` : 'This script'} {deletes ? 'deletes or removes data' : 'writes'}{' '}
                in {account || '…'}.
            </Text>
            {deletes && <TextInput {...input} mt="md" autoComplete="off" data-autofocus />}
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
