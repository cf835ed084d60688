// The files that a run has written, to download.
import {Button, Group} from '@mantine/core'
import {loadFile, type WrittenFile} from './api'
import {formatNumber} from './words'

export const DownloadButtons = ({files = []}: {files?: WrittenFile[]}) =>
    files.length > 0 && (
        <Group gap={6}>
            {files.map(({name, bytes}) => (
                <Button key={name} size="compact-sm" variant="light" onClick={() => void download(name)}>
                    {name} ({formatNumber(bytes)} bytes)
                </Button>
            ))}
        </Group>
    )

async function download(name: string) {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await loadFile(name))
    link.download = name
    link.click()
    URL.revokeObjectURL(link.href)
}
