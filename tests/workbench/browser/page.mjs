// node page.mjs MODULES CHROMIUM URL SCREENSHOT: the page of `make forms`, used as a person would use it; prints what it shows, as JSON.
import {createRequire} from 'node:module'

const [modules, executablePath, url, screenshot] = process.argv.slice(2)
const {chromium} = createRequire(modules + '/')('playwright-core')
const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']})
const seen = {complaints: []}
try {
    const page = await browser.newPage({viewport: {width: 1440, height: 900}})
    page.setDefaultTimeout(20_000)
    page.on('pageerror', error => seen.complaints.push(String(error)))
    page.on('console', message => message.type() === 'error' && seen.complaints.push(message.text()))
    await page.goto(url)
    await page.waitForSelector('nav a')
    seen.listed = await page.locator('nav a').count()

    const choose = async name => {
        await page.fill('input[type=search]', name)
        await page.click(`nav a:text-is("${name}")`)
        await page.waitForSelector(`nav a[aria-current]:text-is("${name}")`)
        await page.waitForSelector('form')
    }
    const run = async () => {
        await page.click('button.run')
        await page.waitForSelector('button.run:not([disabled])')
        await page.waitForSelector('#result')
        return page.innerText('#result')
    }

    await choose('create_tag')
    seen.matches = await page.locator('nav a').allInnerTexts()
    seen.text = await page.innerText('main')
    seen.initial = await run()
    await page.click('text=Load the example')
    seen.example = await run()

    await choose('get_profiles')
    await page.fill('#root_page_size', '500')
    seen.tooMany = await run()
    seen.tooManyAt = await page.locator('#root_page_size__error').innerText()
    await page.fill('#root_page_size', '50')
    seen.corrected = await run()

    await choose('create_event')
    await page.click('text=Load the example')
    await page.fill('#root_body_data_attributes_properties', '{"order_id": "77", "lines": [1, 2]}')
    await page.fill('#root_body_data_attributes_value', '12.5')
    seen.edited = await run()
    await page.fill('#root_body_data_attributes_metric_data_attributes_name', 'x'.repeat(128))
    seen.long = await run()
    seen.longAt = await page.locator('#root_body_data_attributes_metric_data_attributes_name__error').innerText()
    await page.fill('#root_body_data_attributes_metric_data_attributes_name', 'Placed Order')
    await page.fill('#root_body_data_attributes_profile_data_attributes_phone_number', '(202) 555-0142')
    seen.phone = await run()
    await page.locator('#root_body_data_attributes_profile_data_attributes_phone_number').evaluate(field => field.scrollIntoView({block: 'center'}))
    if (screenshot) await page.screenshot({path: screenshot})

    await choose('upload_image_from_file')
    await page.setInputFiles('input[type=file]', {name: 'tea.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgo=', 'base64')})
    await page.waitForTimeout(200)
    seen.upload = await run()

    await choose('create_tag')
    seen.live = await page.locator('[role=switch]').count()
    if (seen.live) {
        seen.liveAtStart = await page.isChecked('[role=switch]')
        await page.click('text=Load the example')
        await page.check('[role=switch]')
        seen.liveButton = await page.innerText('button.run')
        seen.liveResult = await run()
        await page.reload()
        await page.waitForSelector('[role=switch]')
        seen.liveAfterReload = await page.isChecked('[role=switch]')
        await page.click('text=Load the example')
    }
} finally {
    await browser.close()
}
console.log(JSON.stringify(seen))
