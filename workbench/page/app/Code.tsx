// Text for programs, in colors if it is JSON, and a button that copies text.
import {CopyButton} from '@mantine/core'
import {classHighlighter, highlightCode} from '@lezer/highlight'
import {parser} from '@lezer/json'
import {applyEdits, format} from 'jsonc-parser'
import {createElement, type ReactNode, useMemo} from 'react'
import {IconButton} from './buttons'

const MAX_COLORED = 100_000

/** The same JSON text over several lines: no number, order or repeated name changes. */
export const indent = (text: string): string =>
    applyEdits(text, format(text, undefined, {insertSpaces: true, tabSize: 2}))

function colorJson(text: string): ReactNode {
    const parts: ReactNode[] = []
    const addText = (part: string, className: string) => {
        parts.push(createElement('span', {key: parts.length, className}, part))
    }
    highlightCode(text, parser.parse(text), classHighlighter, addText, () => parts.push('\n'))
    return parts
}

export function Code({text, label, isJson = false}: {text: string; label: string; isJson?: boolean}) {
    const content = useMemo(() => (isJson && text.length < MAX_COLORED ? colorJson(text) : text), [text, isJson])
    return (
        <pre className="code" tabIndex={0} role="region" aria-label={label}>
            {content}
        </pre>
    )
}

export const Copy = ({text, label}: {text: string; label: string}) => (
    <CopyButton value={text}>
        {({copied, copy}) => (
            <IconButton
                className="copy"
                color={copied ? 'brand' : 'gray'}
                label={label}
                aria-label={copied ? 'Copied' : label}
                onClick={copy}>
                {copied ? '✓' : <CopyIcon />}
            </IconButton>
        )}
    </CopyButton>
)

const CopyIcon = () => (
    <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden>
        <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
        <path d="M3 10.5h-.5v-8h8V3" />
    </svg>
)
