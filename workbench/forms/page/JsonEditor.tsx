// The arguments as JSON text, with marks at the places of faults.
import {json, jsonParseLinter} from '@codemirror/lang-json'
import {type Diagnostic, linter, lintGutter, setDiagnostics} from '@codemirror/lint'
import {useComputedColorScheme} from '@mantine/core'
import CodeMirror, {EditorView, type ReactCodeMirrorRef} from '@uiw/react-codemirror'
import {findNodeAtLocation, parseTree} from 'jsonc-parser'
import {useEffect, useMemo, useRef, useState} from 'react'
import type {Failure} from './api'
import type {Draft} from './drafts'
import {isObject, type Json, type Path} from './json'

interface Props {
    draft: Draft
    places: Failure['places']
    onChange: (draft: Draft) => void
}

/** The part of a JSON text that is at a path, or what is nearest around it. */
function locate(text: string, path: Path): {from: number; to: number} {
    const tree = parseTree(text)
    for (let length = path.length; tree && length >= 0; length--) {
        const node = findNodeAtLocation(tree, path.slice(0, length))
        if (!node) continue
        // Of a container that lacks something, the line with its beginning is marked.
        const isAround = length < path.length
        return {from: node.offset, to: isAround ? node.offset + 1 : node.offset + node.length}
    }
    return {from: 0, to: Math.min(1, text.length)}
}

export function JsonEditor({draft, places, onChange}: Props) {
    const [text, setText] = useState(() => draft.text ?? JSON.stringify(draft.value, null, 2))
    const editor = useRef<ReactCodeMirrorRef>(null)
    const scheme = useComputedColorScheme('light')
    const diagnostics = useMemo(
        () => places.map(({at, message}): Diagnostic => ({...locate(text, at), severity: 'error', message})),
        // The places belong to the text at the time of the run; the editor moves them while a person types.
        [places],
    )
    const extensions = useMemo(() => {
        const parse = jsonParseLinter()
        return [
            json(),
            lintGutter(),
            linter(view => (view.state.doc.length ? parse(view) : []), {delay: 600}),
            EditorView.lineWrapping,
            EditorView.contentAttributes.of({'aria-label': 'Arguments as JSON'}),
        ]
    }, [])
    useEffect(() => {
        const view = editor.current?.view
        if (!view) return
        view.dispatch(setDiagnostics(view.state, diagnostics))
        const [first] = diagnostics
        if (first) {
            view.dispatch({
                selection: {anchor: first.from},
                effects: EditorView.scrollIntoView(first.from, {y: 'center'}),
            })
            view.focus()
        }
    }, [diagnostics])
    const read = (text: string) => {
        setText(text)
        try {
            const value = JSON.parse(text) as Json
            onChange(isObject(value) ? {value, view: 'json'} : {...draft, text})
        } catch {
            onChange({...draft, text})
        }
    }
    const setup = {foldGutter: true, highlightActiveLine: false}
    const look = {className: 'editor', theme: scheme, extensions, basicSetup: setup, indentWithTab: false}
    return <CodeMirror ref={editor} {...look} value={text} onChange={read} />
}
