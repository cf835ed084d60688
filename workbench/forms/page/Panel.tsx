// What slides in from a side of the window. Its title is no banner of the page, as Mantine's Drawer would have it.
import {Drawer} from '@mantine/core'
import type {ReactNode} from 'react'

interface Props {
    isOpen: boolean
    title: string
    position: 'left' | 'right'
    size: string
    onClose: () => void
    children: ReactNode
}

export function Panel({isOpen, title, position, size, onClose, children}: Props) {
    return (
        <Drawer.Root opened={isOpen} onClose={onClose} position={position} size={size}>
            <Drawer.Overlay />
            <Drawer.Content>
                <Drawer.Header role="presentation">
                    <Drawer.Title>{title}</Drawer.Title>
                    <Drawer.CloseButton aria-label="Close" />
                </Drawer.Header>
                <Drawer.Body>{children}</Drawer.Body>
            </Drawer.Content>
        </Drawer.Root>
    )
}
