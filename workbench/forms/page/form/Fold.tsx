// A titled part of the form that folds, and what such parts have in common.
import {type ReactNode, useContext, useEffect, useState} from 'react'
import {describe, isInside, isLarge, pointerOf} from '../json'
import {Description, Fault, NullButton, RemoveButton} from './buttons'
import {type FieldProps, fieldId, Revealed, useFault} from './context'

/** About how many characters of an object are shown unfolded at first. */
export const LARGE = 1500

interface Props extends FieldProps {
    className: string
    limit: number
    children: () => ReactNode
}

export function Fold({path, schema, label, isRequired, value, onRemove, className, limit, children}: Props) {
    const revealed = useContext(Revealed)
    const isRevealed = Boolean(revealed && isInside(revealed.path, path))
    const [isOpen, setOpen] = useState(isRevealed || !isLarge(value, limit))
    useEffect(() => {
        if (isRevealed) setOpen(true)
    }, [revealed, isRevealed])
    const fault = useFault(path)
    const id = fieldId(path)
    const pointer = pointerOf(path)
    const toggle = () => setOpen(!isOpen)
    return (
        <div role="group" className={className} aria-labelledby={`${id}-title`}>
            <header>
                <button type="button" id={id} aria-expanded={isOpen} title={pointer} className="fold" onClick={toggle}>
                    <span className="chevron" aria-hidden />
                    <span id={`${id}-title`} className={isRequired ? 'title required' : 'title'}>
                        {label}
                    </span>
                    {value !== undefined && <span className="summary">{describe(value)}</span>}
                </button>
                <NullButton {...{path, schema, label, value}} />
                <RemoveButton label={label} onRemove={onRemove} />
            </header>
            {isOpen && <Description text={schema.description} />}
            <Fault text={fault} />
            {isOpen && <div className="content">{children()}</div>}
        </div>
    )
}
