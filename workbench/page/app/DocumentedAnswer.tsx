// What a run would answer: the example of the documentation, with the descriptions of its fields.
import {AnswerTree} from './AnswerTree'
import type {Schema} from './schema'

export function DocumentedAnswer({schema}: {schema: Schema}) {
    const example = schema.examples?.[0]
    if (!example) return null
    return (
        <section className="panel" aria-labelledby="documented-title">
            <h2 id="documented-title">Documented answer</h2>
            <AnswerTree value={example} schema={schema} />
        </section>
    )
}
