// The places of faults, each with a link to its field.
import type {Failure} from './api'
import {type Path, pointerOf} from './json'

export function Places({places, onChoose}: {places: Failure['places']; onChoose?: (path: Path) => void}) {
    return (
        <ul className="places">
            {places.map(({at, message}, index) => (
                <li key={index}>
                    {onChoose ? (
                        <button type="button" className="link" onClick={() => onChoose(at)}>
                            {pointerOf(at)}
                        </button>
                    ) : (
                        <code>{pointerOf(at)}</code>
                    )}{' '}
                    {message}
                </li>
            ))}
        </ul>
    )
}
