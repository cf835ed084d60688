// The layout: navigation, the endpoint, and what belongs to all endpoints: sandbox or Klaviyo, the theme.
import {Alert, Button, Drawer, useComputedColorScheme, useMantineColorScheme} from '@mantine/core'
import {useDisclosure, useDocumentTitle, usePrevious, useWindowEvent} from '@mantine/hooks'
import {type MouseEvent, useEffect, useState} from 'react'
import {readAddress} from './address'
import {loadOperation, loadOperations} from './api'
import {IconButton} from './buttons'
import {Endpoint} from './Endpoint'
import {useLoaded} from './loading'
import {Navigation} from './Navigation'
import {SandboxContents} from './SandboxContents'
import {Segments} from './Segments'

const focusMain = () => document.getElementById('main')?.focus()

const TARGETS = {sandbox: 'Sandbox', klaviyo: 'Klaviyo (live)'}

export function App() {
    const [target, setTarget] = useState<keyof typeof TARGETS>('sandbox')
    const isLive = target === 'klaviyo'
    const [place, setPlace] = useState(readAddress)
    const [isMenuOpen, menu] = useDisclosure(false)
    const [areContentsOpen, contents] = useDisclosure(false)
    const {answer: list, fault: listFault} = useLoaded(loadOperations, [])
    const {answer: loaded, fault} = useLoaded(() => loadOperation(place.operation), [place])
    useDocumentTitle([loaded?.schema.title, 'Klaviyo for Windmill'].filter(Boolean).join(' · '))
    useWindowEvent('hashchange', () => {
        setPlace(readAddress())
        menu.close()
    })
    const chosen = loaded?.operation
    const former = usePrevious(chosen)
    useEffect(() => {
        if (!former) return
        scrollTo(0, 0)
        focusMain()
    }, [chosen])
    const targets = {label: 'Where requests go', options: TARGETS, color: isLive ? 'red' : undefined}
    const navigation = (
        <>
            {listFault && <Alert>{listFault}</Alert>}
            <Navigation operations={list?.operations ?? []} synonyms={list?.synonyms ?? {}} current={place.operation} />
        </>
    )
    const skip = (event: MouseEvent) => {
        event.preventDefault() // the address names the endpoint
        focusMain()
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
                    {list?.live && <Segments {...targets} value={target} onChange={setTarget} />}
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
            <Drawer opened={isMenuOpen} onClose={menu.close} title="Endpoints" size="xs">
                {navigation}
            </Drawer>
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
