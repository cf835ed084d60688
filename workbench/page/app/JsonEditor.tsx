// The arguments as JSON text, with marks at the places of faults.
import {json, jsonParseLinter} from '@codemirror/lang-json'
import {syntaxHighlighting} from '@codemirror/language'
import {type Diagnostic, linter, lintGutter} from '@codemirror/lint'
import {classHighlighter} from '@lezer/highlight'
import CodeMirror, {EditorView} from '@uiw/react-codemirror'
import {findNodeAtLocation, parseTree} from 'jsonc-parser'
import {useMemo, useState} from 'react'
import type {Failure} from './api'
import type {Draft} from './drafts'
import {ancestorsOf, explain, isObject, type JsonObject, parseJson} from './json'

type Places = Failure['places']

const SETUP = {foldGutter: true, highlightActiveLine: false}
const LOOK = {className: 'editor', theme: 'none' as const, basicSetup: SETUP, indentWithTab: false}
const NAME = EditorView.contentAttributes.of({'aria-label': 'Arguments as JSON'})
const LANGUAGE = [json(), syntaxHighlighting(classHighlighter), lintGutter(), EditorView.lineWrapping, NAME]
const lintSyntax = jsonParseLinter()

/** A mark at the part of a JSON text that is at a path or, if that is missing, at the beginning of what is around it. */
function markPlace(text: string, {at, message}: Places[number]): Diagnostic {
    const tree = parseTree(text)
    const node = tree && ancestorsOf(at).flatMap(path => findNodeAtLocation(tree, path) ?? [])[0]
    const from = node?.offset ?? 0
    const isThere = tree && findNodeAtLocation(tree, at)
    return {from, to: from + (isThere ? isThere.length : 1), severity: 'error', message}
}

/** The arguments that a text is. Throws if it is something else. */
function parseArguments(text: string): JsonObject {
    const value = parseJson(text)
    if (isObject(value)) return value
    throw new Error('The arguments are an object: {…}')
}

interface Props {
    draft: Draft
    places: Places
    onChange: (draft: Draft) => void
}

export function JsonEditor({draft, places, onChange}: Props) {
    const [text, setText] = useState(() => draft.text ?? JSON.stringify(draft.value, null, 2))
    const extensions = useMemo(() => {
        const lint = (view: EditorView) => {
            const text = view.state.doc.toString()
            const syntax = lintSyntax(view)
            if (syntax.length) return syntax
            const message = explain(parseArguments, text)
            return message ? [markPlace(text, {at: [], message})] : places.map(place => markPlace(text, place))
        }
        return [...LANGUAGE, linter(lint, {delay: 300})]
    }, [places])
    const read = (text: string) => {
        setText(text)
        try {
            onChange({value: parseArguments(text), view: 'json'})
        } catch {
            onChange({...draft, text})
        }
    }
    return <CodeMirror {...LOOK} extensions={extensions} value={text} onChange={read} />
}
