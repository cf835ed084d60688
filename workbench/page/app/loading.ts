// Asks the server when a part of the page is drawn.
import {type DependencyList, useEffect, useState} from 'react'

interface Loaded<Answer> {
    answer?: Answer
    fault?: string
}

/** What a request answers, or why it failed; asked again when a dependency changes, and kept until then. */
export function useLoaded<Answer>(load: () => Promise<Answer>, dependencies: DependencyList): Loaded<Answer> {
    const [loaded, setLoaded] = useState<Loaded<Answer>>({})
    useEffect(() => {
        const abort = new AbortController()
        const show = (next: Loaded<Answer>) => abort.signal.aborted || setLoaded(next)
        load().then(
            answer => show({answer}),
            (error: Error) => show({fault: error.message}),
        )
        return () => abort.abort()
    }, dependencies)
    return loaded
}
