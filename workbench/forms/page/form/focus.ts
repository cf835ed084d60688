import type {Path} from '../json'
import {fieldId} from './context'

const INPUTS = 'input, select, textarea, button'
const FRAMES = 10

/** Moves the focus to a field, or to what is around it, as soon as it is drawn. */
export function focusSoon(path: Path): void {
    let frames = 0
    const attempt = () => {
        const around = frames++ < FRAMES ? [path] : path.map((_, index) => path.slice(0, path.length - index))
        const element = around.map(at => document.getElementById(fieldId(at))).find(element => element !== null)
        if (!element && frames <= FRAMES) return requestAnimationFrame(attempt)
        const input = element?.matches(INPUTS) ? element : (element?.querySelector<HTMLElement>(INPUTS) ?? element)
        input?.focus({preventScroll: true})
        input?.scrollIntoView({block: 'center'})
    }
    requestAnimationFrame(attempt)
}
