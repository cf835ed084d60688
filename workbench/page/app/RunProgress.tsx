// How far a run for files has come, and a button to stop it.
import {Button, Progress} from '@mantine/core'
import {useEffect, useState} from 'react'
import {loadProgress, type RunState, stopRun} from './api'
import {formatNumber} from './words'

const INTERVAL = 500 // milliseconds

export function RunProgress({id}: {id: string}) {
    const [state, setState] = useState<RunState>({})
    const [isStopping, setStopping] = useState(false)
    useEffect(() => {
        const timer = setInterval(() => void loadProgress(id).then(setState, () => {}), INTERVAL)
        return () => clearInterval(timer)
    }, [id])
    const stop = () => {
        setStopping(true)
        void stopRun(id)
    }
    const {done, total} = state
    return (
        <>
            <Button size="compact-sm" variant="default" disabled={isStopping} onClick={stop}>
                {isStopping ? 'Stopping…' : 'Stop'}
            </Button>
            {done !== undefined && (
                <>
                    {total ? <Progress w={120} value={(100 * done) / total} aria-label="Progress of the run" /> : null}
                    <span className="hint">{describe(state)}</span>
                </>
            )}
        </>
    )
}

function describe({doing, done = 0, total, unit, rate, left}: RunState): string {
    const count = total ? `${formatNumber(done)} of ${formatNumber(total)}` : formatNumber(done)
    const speed = rate ? `${formatNumber(Math.round(rate))} a second` : ''
    const time = left == null ? '' : left < 60 ? `${Math.ceil(left)} s left` : `${Math.ceil(left / 60)} min left`
    return [`${doing} ${count} ${unit}`, speed, time].filter(Boolean).join(' · ')
}
