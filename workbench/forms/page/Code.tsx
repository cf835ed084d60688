// Text for programs, in colors and to copy.
import {ActionIcon, CopyButton} from '@mantine/core'
import {classHighlighter, highlightCode} from '@lezer/highlight'
import {parser} from '@lezer/json'
import {applyEdits, format} from 'jsonc-parser'
import {type ReactNode, useMemo} from 'react'

const MAX_COLORED = 100_000

/** The same JSON text over several lines: no number, order or repeated name changes. */
export const indent = (text: string): string => applyEdits(text, format(text, undefined, {insertSpaces: true, tabSize: 2}))

export function JsonCode({text, label}: {text: string; label: string}) {
    const parts = useMemo(() => {
        const parts: ReactNode[] = []
        if (text.length > MAX_COLORED) return text
        const put = (part: string, classes: string) => parts.push(classes ? <span key={parts.length} className={classes}>{part}</span> : part)
        highlightCode(text, parser.parse(text), classHighlighter, put, () => parts.push('\n'))
        return parts
    }, [text])
    return (
        <pre className="code" tabIndex={0} role="region" aria-label={label}>
            {parts}
        </pre>
    )
}

export function Copy({text, label}: {text: string; label: string}) {
    return (
        <CopyButton value={text}>
            {({copied, copy}) => (
                <ActionIcon variant="subtle" color={copied ? 'teal' : 'gray'} size="sm" className="copy" aria-label={copied ? 'Copied' : label} title={label} onClick={copy}>
                    {copied ? '✓' : '⧉'}
                </ActionIcon>
            )}
        </CopyButton>
    )
}
