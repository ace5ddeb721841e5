import type { ReactNode } from 'react'
import css from './chip.module.css'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icons.tsx'

/** What can hurt the patient, the sentence inside. `never` is an octagon in red, `care` a triangle in amber; nothing else is a chip. */
export function Chip({ kind, children }: { kind: 'never' | 'care'; children: ReactNode }) {
  return (
    <span className={cx(css.chip, css[kind])}>
      <Icon name={kind === 'never' ? 'never' : 'warning'} size={14} />
      <span className={css.hidden}>{kind === 'never' ? 'Never: ' : 'With care: '}</span>
      {children}
    </span>
  )
}

/** Where something stands: icon and words in one line of 13 px. `act` (amber) only when someone must do something; `now` for what is under way; `over` for what is past. */
export function Status({ icon, tone = 'plain', children }: { icon: IconName; tone?: 'plain' | 'now' | 'act' | 'over'; children: ReactNode }) {
  return (
    <span className={cx(css.status, css[tone])}>
      <Icon name={icon} size={14} />
      <span>{children}</span>
    </span>
  )
}
