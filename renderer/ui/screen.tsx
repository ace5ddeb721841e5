import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import css from './screen.module.css'
import { useNarrow } from './use-narrow.ts'

type ScreenProps = {
  /** The screen's name: its h1 and the window title. */
  title: string
  /** Quiet words beside the title. */
  note?: ReactNode
  actions?: ReactNode
  /** Replaces the usual head (for example with the patient header; null for none); then `title` only names the window. */
  head?: ReactNode
  /** A bar that never scrolls, for the next step. */
  footer?: ReactNode
  ground?: 'paper' | 'surface'
  children: ReactNode
}

/** One screen: head and footer stay, the work area between them scrolls by its columns. */
export function Screen({ title, note, actions, head, footer, ground = 'paper', children }: ScreenProps) {
  return (
    <div className={cx(css.screen, css[ground])}>
      <title>{`${title} · Myodesk`}</title>
      {head === undefined ? (
        <header className={css.head}>
          <h1>{title}</h1>
          <div className={css.note}>{note}</div>
          {actions && <div className={css.actions}>{actions}</div>}
        </header>
      ) : (
        head
      )}
      <div className={css.work} data-work>
        {children}
      </div>
      {footer && <footer className={css.footer}>{footer}</footer>}
    </div>
  )
}

/** Two or three columns divided by hairlines, each scrolling alone. `template` is a CSS grid of columns, such as `1fr 452px`. */
export function Columns({ template, children }: { template: string; children: ReactNode }) {
  const isNarrow = useNarrow()
  return (
    <div className={isNarrow ? css.stacked : css.columns} style={isNarrow ? undefined : { gridTemplateColumns: template }}>
      {children}
    </div>
  )
}

type ColumnProps = {
  /** Names the column for screen readers. */
  label: string
  /** `surface` is where one works, `paper` what one reads beside it, `sunken` a preview desk. */
  ground?: 'paper' | 'surface' | 'sunken'
  padding?: 'none' | 'narrow' | 'wide'
  /** Makes the column itself reachable by Tab, where nothing inside it is. */
  readOnly?: boolean
  className?: string | undefined
  children: ReactNode
}

/** One scrolling column. */
export function Column({ label, ground = 'paper', padding = 'wide', readOnly = false, className, children }: ColumnProps) {
  return (
    <section className={cx(css.column, css[ground], css[padding], className)} aria-label={label} tabIndex={readOnly ? 0 : undefined}>
      {children}
    </section>
  )
}

/** A titled part of a column; a stronger hairline above unless it is the first. */
export function Section({ title, note, actions, children }: { title: ReactNode; note?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={css.section}>
      <header className={css.sectionHead}>
        <h2>{title}</h2>
        {note && <span className={css.note}>{note}</span>}
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  )
}

/** Names and values in two columns, as beside a chart. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={css.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={css.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
