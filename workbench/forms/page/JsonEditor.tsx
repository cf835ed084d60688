// The arguments as JSON text, with marks at the places of faults.
import {json, jsonParseLinter} from '@codemirror/lang-json'
import {syntaxHighlighting} from '@codemirror/language'
import {type Diagnostic, forceLinting, linter, lintGutter} from '@codemirror/lint'
import {classHighlighter} from '@lezer/highlight'
import CodeMirror, {EditorView, type ReactCodeMirrorRef} from '@uiw/react-codemirror'
import {findNodeAtLocation, parseTree} from 'jsonc-parser'
import {useEffect, useMemo, useRef, useState} from 'react'
import type {Failure} from './api'
import type {Draft} from './drafts'
import {isObject, parseJson} from './json'

type Places = Failure['places']

const SETUP = {foldGutter: true, highlightActiveLine: false}
const lintSyntax = jsonParseLinter()

/** A mark at the part of a JSON text that is at a path or, if that is missing, at the beginning of what is around it. */
function markPlace(text: string, {at, message}: Places[number]): Diagnostic {
    const tree = parseTree(text)
    const paths = at.map((_, index) => at.slice(0, at.length - index))
    const node = tree && paths.map(path => findNodeAtLocation(tree, path)).find(node => node !== undefined)
    const from = node?.offset ?? 0
    const isThere = tree && findNodeAtLocation(tree, at)
    return {from, to: from + (isThere ? isThere.length : 1), severity: 'error', message}
}

/** Why a text that is JSON cannot be used. */
function explain(text: string): Diagnostic[] {
    const mark = (message: string): Diagnostic[] => [{from: 0, to: 1, severity: 'error', message}]
    try {
        return isObject(parseJson(text)) ? [] : mark('The arguments are an object: {…}')
    } catch (error) {
        return mark((error as Error).message)
    }
}

interface Props {
    draft: Draft
    places: Places
    onChange: (draft: Draft) => void
}

export function JsonEditor({draft, places, onChange}: Props) {
    const [text, setText] = useState(() => draft.text ?? JSON.stringify(draft.value, null, 2))
    const editor = useRef<ReactCodeMirrorRef>(null)
    const current = useRef(places)
    current.current = places
    const extensions = useMemo(() => {
        const lint = (view: EditorView) => {
            const text = view.state.doc.toString()
            const syntax = lintSyntax(view)
            return syntax.length ? syntax : [...explain(text), ...current.current.map(place => markPlace(text, place))]
        }
        const name = EditorView.contentAttributes.of({'aria-label': 'Arguments as JSON'})
        return [json(), syntaxHighlighting(classHighlighter), lintGutter(), linter(lint), EditorView.lineWrapping, name]
    }, [])
    useEffect(() => {
        if (editor.current?.view) forceLinting(editor.current.view)
    }, [places])
    const read = (text: string) => {
        setText(text)
        try {
            const value = parseJson(text)
            onChange(isObject(value) ? {value, view: 'json'} : {...draft, text})
        } catch {
            onChange({...draft, text})
        }
    }
    const look = {className: 'editor', theme: 'none' as const, extensions, basicSetup: SETUP, indentWithTab: false}
    return <CodeMirror ref={editor} {...look} value={text} onChange={read} />
}
