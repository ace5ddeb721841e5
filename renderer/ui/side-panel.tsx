import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './button.tsx'
import { useFocusBack } from './focus-back.ts'
import css from './side-panel.module.css'

type SidePanelProps = {
  title: string
  note?: ReactNode
  onClose: () => void
  footer?: ReactNode
  width?: number
  /** Nothing to fill in: the body itself takes the focus, to be scrolled by keys. */
  readOnly?: boolean
  children: ReactNode
}

const firstControl = 'input:not([type=hidden]):not(:disabled), textarea, [role=combobox], button:not([aria-label=Close])'

/** A fix in place, at the right edge of the work area instead of a modal: the screen stays readable. Escape closes; focus goes in and comes back. */
export function SidePanel({ title, note, onClose, footer, width = 420, readOnly = false, children }: SidePanelProps) {
  const titleId = useId()
  const panel = useRef<HTMLElement>(null)
  useFocusBack()
  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>(`.${css.body} :is(${firstControl})`)
    const body = panel.current?.querySelector<HTMLElement>(`.${css.body}[tabindex]`)
    const close = panel.current?.querySelector<HTMLElement>('button[aria-label=Close]')
    ;(first ?? body ?? close)?.focus()
  }, [])
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose()
  }
  return (
    <aside ref={panel} className={css.panel} style={{ width }} aria-labelledby={titleId} tabIndex={-1} onKeyDown={closeOnEscape}>
      <header className={css.head}>
        <div className={css.titles}>
          <h2 id={titleId}>{title}</h2>
          {note && <p className={css.note}>{note}</p>}
        </div>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </header>
      <div className={css.body} tabIndex={readOnly ? 0 : undefined}>
        {children}
      </div>
      {footer && <footer className={css.footer}>{footer}</footer>}
    </aside>
  )
}
