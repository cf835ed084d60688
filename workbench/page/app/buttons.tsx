// Buttons that several parts of the page have in common, and the paging of long lists.
import {ActionIcon, type ActionIconProps} from '@mantine/core'
import {type ComponentProps, type ReactNode, useState} from 'react'

/** A button with a sign; its name is shown on hover. */
export const IconButton = ({label, ...props}: ActionIconProps & ComponentProps<'button'> & {label: string}) => (
    <ActionIcon aria-label={label} title={label} {...props} />
)

/** A button that looks like a link. */
export const LinkButton = (props: ComponentProps<'button'>) => <button type="button" className="link" {...props} />

/** A button that shows and hides what is below it. */
export function FoldButton({isOpen, children, ...props}: ComponentProps<'button'> & {isOpen: boolean}) {
    return (
        <button type="button" className="fold" aria-expanded={isOpen} {...props}>
            <span className="chevron" aria-hidden />
            {children}
        </button>
    )
}

/** The first items of a long list, a button for more of them, and a function that shows at least so many. */
export function usePaging<Item>(items: Item[], size: number): [Item[], ReactNode, (count: number) => void] {
    const [limit, setLimit] = useState(size)
    const hidden = items.length - limit
    const more = hidden > 0 && (
        <LinkButton onClick={() => setLimit(limit + size)}>Show {Math.min(size, hidden)} more</LinkButton>
    )
    return [items.slice(0, limit), more, count => setLimit(Math.max(limit, count))]
}
