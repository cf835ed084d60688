// The layout: navigation, the endpoint, and what belongs to all endpoints: sandbox or Klaviyo, the theme.
import {Alert, Button, useComputedColorScheme, useMantineColorScheme} from '@mantine/core'
import {useDisclosure} from '@mantine/hooks'
import {type MouseEvent, useEffect, useRef, useState} from 'react'
import {readAddress, type Place} from './address'
import {type Listed, loadOperation, loadOperations, type Operation} from './api'
import {IconButton} from './buttons'
import {Endpoint} from './Endpoint'
import {Navigation} from './Navigation'
import {Panel} from './Panel'
import {SandboxContents} from './SandboxContents'
import {Segments} from './Segments'

const TARGETS = {sandbox: 'Sandbox', klaviyo: 'Klaviyo (live)'}

export function App() {
    const [operations, setOperations] = useState<Listed[]>([])
    const [canGoLive, setCanGoLive] = useState(false)
    const [isLive, setLive] = useState(false)
    const [place, setPlace] = useState<Place>(readAddress)
    const [loaded, setLoaded] = useState<Operation | null>(null)
    const [fault, setFault] = useState('')
    const [isMenuOpen, menu] = useDisclosure(false)
    const [areContentsOpen, contents] = useDisclosure(false)

    useEffect(() => {
        loadOperations().then(
            answer => {
                setOperations(answer.operations)
                setCanGoLive(answer.live)
            },
            (error: Error) => setFault(error.message),
        )
        const go = () => {
            setPlace(readAddress())
            menu.close()
        }
        addEventListener('hashchange', go)
        return () => removeEventListener('hashchange', go)
    }, [])

    useEffect(() => {
        let isCurrent = true
        const show = (operation: Operation | null, fault: string) => {
            if (!isCurrent) return
            setLoaded(operation)
            setFault(fault)
            document.title = [operation?.schema.title, 'Klaviyo for Windmill'].filter(Boolean).join(' · ')
        }
        loadOperation(place.operation).then(
            operation => show(operation, ''),
            (error: Error) => show(null, error.message),
        )
        return () => {
            isCurrent = false
        }
    }, [place])

    const chosen = loaded?.operation
    const former = useRef(chosen)
    useEffect(() => {
        if (former.current && chosen !== former.current) {
            scrollTo(0, 0)
            document.getElementById('main')?.focus()
        }
        former.current = chosen
    }, [chosen])

    const navigation = <Navigation operations={operations} current={place.operation} />
    const skip = (event: MouseEvent) => {
        event.preventDefault() // the address names the endpoint
        document.getElementById('main')?.focus()
    }
    return (
        <>
            <a className="skip" href="#main" onClick={skip}>
                Skip to the form
            </a>
            <header className={isLive ? 'top live' : 'top'}>
                <IconButton className="menu" size="md" label="Endpoints" onClick={menu.open}>
                    ☰
                </IconButton>
                <strong>
                    Klaviyo <span>for Windmill</span>
                </strong>
                <div className="target">
                    {canGoLive && (
                        <Segments
                            label="Where requests go"
                            options={TARGETS}
                            color={isLive ? 'red' : undefined}
                            value={isLive ? 'klaviyo' : 'sandbox'}
                            onChange={target => setLive(target === 'klaviyo')}
                        />
                    )}
                    <Button size="compact-sm" variant="default" onClick={contents.open}>
                        Sandbox<span className="wide">&nbsp;contents</span>
                    </Button>
                    <ThemeSwitch />
                </div>
            </header>
            <div className="columns">
                <div className="sidebar">{navigation}</div>
                {loaded && loaded.operation === place.operation ? (
                    <Endpoint key={loaded.operation} operation={loaded} offered={place.arguments} isLive={isLive} />
                ) : (
                    <main id="main" tabIndex={-1}>
                        {fault && <Alert title={`${place.operation} cannot be shown`}>{fault}</Alert>}
                    </main>
                )}
            </div>
            <Panel isOpen={isMenuOpen} onClose={menu.close} title="Endpoints" position="left" size="xs">
                {navigation}
            </Panel>
            <SandboxContents isOpen={areContentsOpen} onClose={contents.close} />
        </>
    )
}

function ThemeSwitch() {
    const {setColorScheme} = useMantineColorScheme()
    const scheme = useComputedColorScheme('light')
    const other = scheme === 'dark' ? 'light' : 'dark'
    return (
        <IconButton variant="default" size="md" label={`Use the ${other} theme`} onClick={() => setColorScheme(other)}>
            {scheme === 'dark' ? '☀' : '☾'}
        </IconButton>
    )
}
