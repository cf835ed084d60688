// The page of `make forms`: choose an endpoint, fill in its form, run its script, see the request and the answer.
import '@mantine/core/styles.css'
import './page.css'
import {createTheme, MantineProvider} from '@mantine/core'
import {createRoot} from 'react-dom/client'
import {App} from './App'

const theme = createTheme({
    primaryColor: 'teal',
    primaryShade: {light: 8, dark: 6},
    autoContrast: true,
    fontFamily: 'system-ui, sans-serif',
    fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    defaultRadius: 'md',
})

createRoot(document.getElementById('app')!).render(
    <MantineProvider theme={theme} defaultColorScheme="auto">
        <App />
    </MantineProvider>,
)
