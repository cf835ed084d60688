// The page of `make forms`: choose an endpoint, fill in its form, run its script, see the request and the response.
import Form from '@rjsf/core'
import {useEffect, useMemo, useState} from 'react'
import {createRoot} from 'react-dom/client'
import {settings} from './rjsf.jsx'

const {token, live: canGoLive} = JSON.parse(document.getElementById('config').textContent)

async function ask(path, body) {
    const response = await fetch(path, {
        headers: {'X-Token': token, 'Content-Type': 'application/json'},
        ...(body ? {method: 'POST', body: JSON.stringify(body)} : {}),
    })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return response.json()
}

// The form gives a file as a data URL; the script needs only the base64 in it.
const asDataUrl = file => (file && !file.startsWith('data:') ? `data:application/octet-stream;base64,${file}` : file)
const asBase64 = file => file?.replace(/^data:[^,]*,/, '')
const isFile = schema => schema.properties.file?.contentEncoding === 'base64'

function App() {
    const [operations, setOperations] = useState([])
    const [search, setSearch] = useState('')
    const [chosen, setChosen] = useState(decodeURIComponent(location.hash.slice(1)) || 'bulk_create_events')
    useEffect(() => {
        ask('operations').then(setOperations)
        const changed = () => setChosen(decodeURIComponent(location.hash.slice(1)))
        addEventListener('hashchange', changed)
        return () => removeEventListener('hashchange', changed)
    }, [])
    const words = search.toLowerCase().split(/\s+/)
    const matches = operations.filter(({operation, category, path, summary}) =>
        words.every(word => `${operation} ${category} ${path} ${summary}`.toLowerCase().includes(word)),
    )
    return (
        <>
            <nav>
                <input type="search" autoFocus aria-label="Search endpoints" placeholder={`Search ${operations.length} endpoints`} value={search} onChange={event => setSearch(event.target.value)} />
                <ul>
                    {matches.map(({operation, category, summary}, index) => (
                        <li key={operation}>
                            {category !== matches[index - 1]?.category && <h2>{category.replaceAll('_', ' ')}</h2>}
                            <a href={`#${operation}`} title={summary} aria-current={operation === chosen ? 'page' : undefined}>
                                {operation}
                            </a>
                        </li>
                    ))}
                </ul>
            </nav>
            {chosen && <Endpoint key={chosen} name={chosen} />}
        </>
    )
}

function Endpoint({name}) {
    const [loaded, setLoaded] = useState(null)
    const [data, setData] = useState({})
    const [version, setVersion] = useState(0)
    const [live, setLive] = useState(false)
    const [running, setRunning] = useState(false)
    const [result, setResult] = useState(null)
    useEffect(() => {
        ask(`schemas/${name}`).then(
            content => {
                setLoaded(content)
                setData({revision: content.schema.properties.revision.default})
            },
            error => setResult({error: {name: 'Error', message: error.message, places: []}}),
        )
    }, [name])
    const schema = useMemo(() => {
        if (!loaded) return null
        const {title, description, examples, ...rest} = loaded.schema
        return rest
    }, [loaded])
    if (!loaded) return <main>{result && <Result {...result} />}</main>
    const show = example => {
        setData(isFile(schema) ? {...example, file: asDataUrl(example.file)} : example)
        setResult(null)
        setVersion(version + 1)
    }
    const run = async ({formData}) => {
        setRunning(true)
        try {
            setResult(await ask('run', {operation: name, arguments: isFile(schema) ? {...formData, file: asBase64(formData.file)} : formData, live}))
        } catch (error) {
            setResult({error: {name: 'Error', message: error.message, places: []}})
        }
        setRunning(false)
    }
    const [text, facts] = loaded.schema.description.split('\n\n')
    return (
        <>
            <main>
                <h1>{loaded.schema.title}</h1>
                <p className="call">
                    {loaded.method} {loaded.path}
                </p>
                <p>{text}</p>
                <p className="facts">
                    {facts.split('\n').map(line => (
                        <span key={line}>{line.startsWith('Reference: ') ? <a href={line.slice(11)}>Klaviyo’s reference</a> : line}</span>
                    ))}
                </p>
                <p className="buttons">
                    {loaded.schema.examples.map((example, index) => (
                        <button key={index} type="button" onClick={() => show(example)}>
                            {index ? 'Load the smallest example' : 'Load the example'}
                        </button>
                    ))}
                </p>
                <Form
                    key={version}
                    schema={schema}
                    uiSchema={{...(isFile(schema) ? {file: {'ui:widget': 'file'}} : {}), 'ui:submitButtonOptions': {norender: true}}}
                    {...settings}
                    formData={data}
                    noValidate
                    showErrorList={false}
                    extraErrors={placed(result?.error?.places ?? [])}
                    extraErrorsBlockSubmit={false}
                    onChange={event => setData(event.formData)}
                    onSubmit={run}
                >
                    <footer>
                        <button type="submit" className="run" disabled={running}>
                            {running ? 'Running…' : live ? 'Run against Klaviyo' : 'Run against the sandbox'}
                        </button>
                        {canGoLive && (
                            <label className={live ? 'live on' : 'live'}>
                                <input type="checkbox" role="switch" checked={live} onChange={event => setLive(event.target.checked)} />
                                Send to Klaviyo, with the key in KLAVIYO_API_KEY
                            </label>
                        )}
                    </footer>
                </Form>
            </main>
            {result && <Result {...result} />}
        </>
    )
}

// Turns [{at: ['body', 'data', 0], message}] into the tree of errors that RJSF shows at its fields.
function placed(places) {
    const tree = {}
    for (const {at, message} of places) {
        const node = at.reduce((current, part) => (current[part] ??= {}), tree)
        node.__errors = [...(node.__errors ?? []), message]
    }
    return tree
}

function Result({sent, log, answer, error}) {
    return (
        <aside id="result" aria-live="polite">
            {error && (
                <>
                    <h2 className="fault">{error.name}</h2>
                    <pre className="fault">{error.message}</pre>
                </>
            )}
            {log && <pre className="log">{log}</pre>}
            {sent?.map(({method, target, headers, body, status}, index) => (
                <div key={index}>
                    <h2>
                        Sent, answered with {status ?? 'nothing'}
                    </h2>
                    <pre>{[`${method} ${target}`, ...headers.map(([key, value]) => `${key}: ${value}`), '', body].join('\n').trim()}</pre>
                </div>
            ))}
            {!error && (
                <>
                    <h2>{answer === null ? 'No content: main returned None' : 'Answer'}</h2>
                    {answer !== null && <pre>{JSON.stringify(answer, null, 2)}</pre>}
                </>
            )}
        </aside>
    )
}

createRoot(document.getElementById('app')).render(<App />)
