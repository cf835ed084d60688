// What the sandbox holds: its resources by type, and buttons that empty it or start over.
import {Alert, Button, Drawer, Group, Select, Text} from '@mantine/core'
import {useState} from 'react'
import {AnswerTable} from './AnswerTable'
import {changeSandbox, loadContents, loadResources} from './api'
import {useLoaded} from './loading'
import {formatNumber, words} from './words'

export function SandboxContents({isOpen, onClose}: {isOpen: boolean; onClose: () => void}) {
    const [chosen, choose] = useState<string | null>(null)
    return (
        <Drawer opened={isOpen} onClose={onClose} title="What the sandbox holds" position="right" size="xl">
            <Contents chosen={chosen} onChoose={choose} />
        </Drawer>
    )
}

function Contents({chosen, onChoose}: {chosen: string | null; onChoose: (type: string | null) => void}) {
    const [version, setVersion] = useState(0)
    const [failure, setFailure] = useState<string>()
    const contents = useLoaded(loadContents, [version])
    const types = contents.answer ?? []
    const type = (types.find(({type}) => type === chosen) ?? types[0])?.type ?? null
    const resources = useLoaded(async () => (type ? loadResources(type) : []), [type, version])
    const fault = failure ?? contents.fault ?? resources.fault
    const change = async (action: 'empty' | 'start over') => {
        setFailure(undefined)
        await changeSandbox(action).catch((error: Error) => setFailure(error.message))
        setVersion(version + 1)
    }
    const options = types.map(({type, count}) => ({value: type, label: `${words(type)} (${formatNumber(count)})`}))
    const total = types.reduce((sum, {count}) => sum + count, 0)
    const explanation = 'Scripts that run against the sandbox create, change and delete them.'
    const summary = `${formatNumber(total)} resources of ${types.length} types. ${explanation}`
    return (
        <>
            <Text size="sm" role="status">
                {contents.answer && (total ? summary : 'Nothing: the account is empty.')}
            </Text>
            {fault && <Alert mt="sm">{fault}</Alert>}
            <Group my="sm" align="end">
                <Select label="Type" searchable data={options} value={type} onChange={onChoose} allowDeselect={false} />
                <Button variant="default" onClick={() => void change('start over')}>
                    Start over with the example shop
                </Button>
                <Button variant="default" color="red" onClick={() => void change('empty')}>
                    Empty the account
                </Button>
            </Group>
            {resources.answer?.length ? <AnswerTable rows={resources.answer} /> : null}
        </>
    )
}
