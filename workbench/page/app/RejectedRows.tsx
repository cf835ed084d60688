// The rows that an import does not send, with the reasons, and the file of them to correct.
import {Table} from '@mantine/core'
import type {Outcome} from './api'
import {DownloadButtons} from './DownloadButtons'

export function RejectedRows({outcome: {rejected = [], files}}: {outcome: Outcome}) {
    if (!rejected.length) return null
    const body = rejected.map(({row, line, reason}) => [row, line, reason])
    return (
        <>
            <h3>Not sent</h3>
            <div className="table" tabIndex={0} role="region" aria-label="Rows that are not sent">
                <Table verticalSpacing={3} fz="sm" data={{head: ['Row', 'Line', 'Reason'], body}} />
            </div>
            <DownloadButtons files={files} />
            <p className="hint">Correct them in the downloaded file, and drop it here.</p>
        </>
    )
}
