import { type ReactNode, useEffect, useState } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icons.tsx'
import css from './messages.module.css'

/** Nothing here yet: what would stand here, and the one thing to do about it. */
export function Empty({ title, children, action, icon }: { title: string; children?: ReactNode; action?: ReactNode; icon?: IconName }) {
  return (
    <div className={css.empty}>
      {icon && <Icon name={icon} size={24} className={css.emptyIcon} />}
      <p className={css.emptyTitle}>{title}</p>
      {children && <p className={css.emptyWords}>{children}</p>}
      {action && <div className={css.emptyAction}>{action}</div>}
    </div>
  )
}

/** A refusal, or something to mind, with the way out beside it. Draws nothing without a message. `care` is amber, `refused` red. */
export function Problem(props: { error: { message: string } | null | undefined; action?: ReactNode; tone?: 'care' | 'refused' }) {
  const { error, action, tone = 'refused' } = props
  if (!error) return null
  return (
    <div className={cx(css.problem, css[tone])} role="alert">
      <Icon name="warning" size={18} />
      <p className={css.problemWords}>{error.message}</p>
      {action}
    </div>
  )
}

/** Something being fetched. Shows nothing for the first 100 ms, so that quick answers do not flicker. */
export function Waiting({ words = 'One moment…' }: { words?: string }) {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 100)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className={css.waiting} role="status">
      {isSlow && words}
    </p>
  )
}
