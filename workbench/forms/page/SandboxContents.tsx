// What the sandbox holds: its resources by type, and buttons that empty it or start over.
import {Alert, Button, Group, Select, Text} from '@mantine/core'
import {useCallback, useEffect, useState} from 'react'
import {AnswerTable} from './AnswerTable'
import {changeSandbox, loadContents, loadResources} from './api'
import type {JsonObject} from './json'
import {Panel} from './Panel'
import {formatNumber, words} from './words'

export function SandboxContents({isOpen, onClose}: {isOpen: boolean; onClose: () => void}) {
    const [contents, setContents] = useState<{type: string; count: number}[]>([])
    const [type, setType] = useState<string | null>(null)
    const [resources, setResources] = useState<JsonObject[]>([])
    const [fault, setFault] = useState('')
    const load = useCallback(async () => {
        try {
            const contents = await loadContents()
            setContents(contents)
            setType(type => (contents.some(entry => entry.type === type) ? type : (contents[0]?.type ?? null)))
            setFault('')
        } catch (error) {
            setFault((error as Error).message)
        }
    }, [])
    useEffect(() => {
        if (isOpen) void load()
    }, [isOpen, load])
    useEffect(() => {
        setResources([])
        if (isOpen && type) loadResources(type).then(setResources, (error: Error) => setFault(error.message))
    }, [isOpen, type, contents])
    const change = async (action: 'empty' | 'start over') => {
        await changeSandbox(action).catch((error: Error) => setFault(error.message))
        await load()
    }
    const options = contents.map(({type, count}) => ({value: type, label: `${words(type)} (${formatNumber(count)})`}))
    const total = contents.reduce((sum, {count}) => sum + count, 0)
    return (
        <Panel isOpen={isOpen} onClose={onClose} title="What the sandbox holds" position="right" size="xl">
            <Text size="sm" role="status">
                {total
                    ? `${formatNumber(total)} resources of ${contents.length} types. Scripts that run against the sandbox create, change and delete them.`
                    : 'Nothing: the account is empty.'}
            </Text>
            {fault && <Alert mt="sm">{fault}</Alert>}
            <Group my="sm" align="end">
                <Select label="Type" searchable data={options} value={type} onChange={setType} allowDeselect={false} />
                <Button variant="default" onClick={() => void change('start over')}>
                    Start over with the example shop
                </Button>
                <Button variant="default" color="red" onClick={() => void change('empty')}>
                    Empty the account
                </Button>
            </Group>
            {resources.length > 0 && <AnswerTable rows={resources} />}
        </Panel>
    )
}
