import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import type { Choice } from './select-field.tsx'
import css from './tabs.module.css'

type TabsProps<V extends string> = {
  label: string
  value: V
  onChange: (value: V) => void
  tabs: readonly Choice<V>[]
  /** Buttons at the right end of the row. */
  actions?: ReactNode
  children: ReactNode
}

/** Tabs under a header that never scrolls; `children` is the open one. Arrow keys, Home and End move between them. */
export function Tabs<V extends string>({ label, value, onChange, tabs, actions, children }: TabsProps<V>) {
  const id = useId()
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex(tab => tab.value === value)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onChange(next.value)
    document.getElementById(`${id}-${next.value}`)?.focus()
  }
  return (
    <div className={css.frame}>
      <div className={css.row}>
        <div className={css.tabs} role="tablist" aria-label={label} onKeyDown={move}>
          {tabs.map(tab => (
            <button
              key={tab.value}
              type="button"
              role="tab"
              id={`${id}-${tab.value}`}
              aria-selected={tab.value === value}
              aria-controls={`${id}-panel`}
              tabIndex={tab.value === value ? 0 : -1}
              className={cx(css.tab, tab.value === value && css.on)}
              onClick={() => onChange(tab.value)}
            >
              {tab.label}
            </button>
          ))}
        </div>
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
      <div className={css.panel} role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </div>
  )
}
