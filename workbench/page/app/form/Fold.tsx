// A titled part of the form that folds, and what such parts have in common.
import {type ReactNode, useContext, useEffect, useState} from 'react'
import {FoldButton} from '../buttons'
import {describe, isInside, pointerOf} from '../json'
import {Description, Fault, NullButton, RemoveButton} from './buttons'
import {type FieldProps, fieldId, Revealed} from './context'

/** An object of more characters is folded at first. */
export const LARGE = 3000

interface Props extends FieldProps {
    className?: string
    /** Of the characters of a value that is unfolded at first. */
    limit?: number
    children: () => ReactNode
}

export function Fold({className = 'section', limit = LARGE, children, ...props}: Props) {
    const {path, schema, label, isRequired, value, onRemove} = props
    const revealed = useContext(Revealed)
    const isRevealed = Boolean(revealed && isInside(revealed.path, path))
    const [isOpen, setOpen] = useState(() => isRevealed || JSON.stringify(value ?? '').length <= limit)
    useEffect(() => {
        if (isRevealed) setOpen(true)
    }, [revealed, isRevealed])
    const id = fieldId(path)
    return (
        <div role="group" className={className} aria-labelledby={`${id}-title`}>
            <header>
                <FoldButton id={id} title={pointerOf(path)} isOpen={isOpen} onClick={() => setOpen(!isOpen)}>
                    <span id={`${id}-title`} className={isRequired ? 'title required' : 'title'}>
                        {label}
                    </span>
                    {value !== undefined && <span className="summary">{describe(value)}</span>}
                </FoldButton>
                <NullButton {...props} />
                <RemoveButton label={label} onRemove={onRemove} />
            </header>
            {isOpen && <Description text={schema.description} />}
            <Fault path={path} />
            {isOpen && <div className="content">{children()}</div>}
        </div>
    )
}
