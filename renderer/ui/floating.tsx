import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { cx } from './cx.ts'
import { useFocusBack } from './focus-back.ts'
import menu from './menu.module.css'
import css from './side-panel.module.css'

/** A small panel over the screen, for the rare question and the sheet of shortcuts. Escape closes; focus stays inside and goes back afterwards. */
export function Floating({ title, onClose, width = 440, children }: { title: string; onClose: () => void; width?: number; children: ReactNode }) {
  useFocusBack()
  return (
    <Modal.Root
      opened
      onClose={onClose}
      centered
      size={width}
      classNames={{ content: cx(menu.panel), title: cx(menu.panelTitle), body: cx(menu.panelBody), overlay: cx(menu.veil) }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={css.floatingHead}>
          <Modal.Title>{title}</Modal.Title>
          <IconButton icon="close" label="Close" onClick={onClose} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
