import {ancestorsOf, type Path} from '../json'
import {fieldId} from './context'

const CONTROLS = ':is(input, select, textarea, button)'
const FRAMES = 10

/** Moves the focus to a field as soon as it is drawn: of a part with fields to the first, else to what is around it. */
export function focusSoon(path: Path): void {
    let frames = 0
    const attempt = () => {
        const around = frames++ < FRAMES ? [path] : ancestorsOf(path)
        const element = around.map(find).find(element => element !== null)
        if (!element && frames <= FRAMES) return requestAnimationFrame(attempt)
        const first = element?.closest('[role=group]')?.querySelector<HTMLElement>(`.content ${CONTROLS}`)
        const target = element?.matches('.fold') ? (first ?? element) : element
        target?.focus({preventScroll: true})
        target?.scrollIntoView({block: 'center'})
    }
    requestAnimationFrame(attempt)
}

/** The element of a field, or of the first field in a wrapper, which has none. */
const find = (path: Path): HTMLElement | null =>
    document.getElementById(fieldId(path)) ??
    document.querySelector(`[id^=${JSON.stringify(`${fieldId(path)}/`)}]:is(${CONTROLS})`)
