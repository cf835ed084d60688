// What the fields of a form share: the schema, how to change the value, the faults at their places.
import {createContext, useContext} from 'react'
import type {Choice, Failure} from '../api'
import type {KeptText} from '../drafts'
import type {Entry} from '../entries'
import {type Json, type Path, pointerOf} from '../json'
import type {Schema} from '../schema'

export interface FormContext {
    root: Schema
    /** The operators of each field that the endpoint can filter by. */
    filters: {[field: string]: string[]}
    /** Changes the value at a path; undefined removes it. */
    change: (path: Path, value: Json | undefined) => void
    texts: KeptText[]
    /** Keeps the text of a field that cannot be read, until its value is changed. */
    keepText: (path: Path, text: string) => void
    /** Uploads a file and returns its name on the server. */
    upload: (file: File) => Promise<string>
    /** Loads what the picker of an argument offers for a typed text. */
    choices: (argument: string, typed: string) => Promise<Choice[]>
}

export const Form = createContext<FormContext>(null!)
export const useForm = () => useContext(Form)

/** What is wrong, by JSON pointer. */
export const Faults = createContext<Map<string, Failure['places']>>(new Map())
export function useFault(path: Path): string | undefined {
    const places = useContext(Faults).get(pointerOf(path))
    return places?.map(({message}) => message).join('; ')
}

/** The path that a person asked to see: everything around it unfolds. */
export const Revealed = createContext<{path: Path} | null>(null)

export interface FieldProps extends Omit<Entry, 'kind'> {
    value: Json | undefined
    onRemove?: () => void
}

export const fieldId = (path: Path): string => `field${pointerOf(path)}`
