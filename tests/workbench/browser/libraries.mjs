// node libraries.mjs MODULES CHROMIUM PAGE SCHEMA...: what both libraries do with each schema and its example, as JSON lines.
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'

const [modules, executablePath, page, ...files] = process.argv.slice(2)
const {chromium} = createRequire(modules + '/')('playwright-core')
const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-frame-rate-limit', '--disable-gpu-vsync']})
try {
    const tab = await browser.newPage()
    const complaints = []
    tab.on('pageerror', error => complaints.push(String(error)))
    tab.on('console', message => message.type() === 'error' && complaints.push(message.text().slice(0, 300)))
    await tab.goto(page)
    for (const file of files) {
        const schema = JSON.parse(readFileSync(file, 'utf8'))
        const results = {}
        for (const library of ['rjsf', 'jsonforms']) {
            complaints.length = 0
            const result = await tab.evaluate(([name, ...values]) => window[name](...values), [library, schema, schema.examples[0]])
            results[library] = {...result, complaints: [...complaints]}
        }
        console.log(JSON.stringify({file, ...results}))
    }
} finally {
    await browser.close()
}
