// The places of faults, each with a link to its field.
import type {Failure} from './api'
import {LinkButton} from './buttons'
import {WRAPPERS} from './entries'
import {type Path, pointerOf} from './json'
import {words} from './words'

/** A path as people say it: Events → 2 → Metric → Name. */
const nameOf = (path: Path): string =>
    path
        .filter((part, index) => index === path.length - 1 || !WRAPPERS.includes(String(part)))
        .map(part => (typeof part === 'number' ? part + 1 : words(part)))
        .join(' → ') || 'Arguments'

export const Places = ({places, onChoose}: {places: Failure['places']; onChoose?: (path: Path) => void}) => (
    <ul className="places">
        {places.map(({at, message}, index) => (
            <li key={index} title={pointerOf(at)}>
                {onChoose ? (
                    <LinkButton onClick={() => onChoose(at)}>{nameOf(at)}</LinkButton>
                ) : (
                    <strong>{nameOf(at)}</strong>
                )}
                : {message}
            </li>
        ))}
    </ul>
)
