// The page of `make page`: choose an endpoint, fill in its form, run its script, see the request and the answer.
import '@mantine/core/styles.css'
import './page.css'
import {createTheme, DEFAULT_THEME, type MantineColorsTuple, MantineProvider} from '@mantine/core'
import {createRoot} from 'react-dom/client'
import {App} from './App'

// White text on the two darkest shades is readable, also while the pointer is on a button.
const TEAL = DEFAULT_THEME.colors.teal
const CLOSE = {'aria-label': 'Close'}
const NO_BANNER = {header: {role: 'presentation'}} // The title of a drawer is no banner of the page.
const theme = createTheme({
    primaryColor: 'brand',
    primaryShade: 8,
    colors: {brand: [...TEAL.slice(0, 8), TEAL[9], '#066649'] as unknown as MantineColorsTuple},
    fontFamily: 'system-ui, sans-serif',
    fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    defaultRadius: 'md',
    components: {
        ActionIcon: {defaultProps: {variant: 'subtle', color: 'gray', size: 'sm'}},
        Alert: {defaultProps: {color: 'red'}},
        Badge: {defaultProps: {tt: 'none'}},
        Drawer: {defaultProps: {closeButtonProps: CLOSE, attributes: NO_BANNER}},
        Modal: {defaultProps: {closeButtonProps: CLOSE}},
    },
})

createRoot(document.getElementById('app')!).render(
    <MantineProvider theme={theme} defaultColorScheme="auto">
        <App />
    </MantineProvider>,
)
