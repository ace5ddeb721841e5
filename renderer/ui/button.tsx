import type { ButtonHTMLAttributes, MouseEventHandler, ReactNode, Ref } from 'react'
import css from './button.module.css'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icons.tsx'
import { KeyHint } from './key-hint.tsx'

/** Looks of a button: one filled (`primary`) per screen, the next step; the rest `outlined` or `text`; `danger` only to confirm a void. */
export type ButtonLook = { kind?: 'primary' | 'outlined' | 'text' | 'danger'; size?: 'small' | 'medium' | 'large' }

/** The class names of a button, for links that must look like one. `small` 28 px for rows, `large` 40 px for what ends a task. */
export function buttonClass({ kind = 'outlined', size = 'medium' }: ButtonLook = {}): string {
  return cx(css.button, css[kind], css[size])
}

type ButtonProps = ButtonLook & {
  children: ReactNode
  onClick?: MouseEventHandler<HTMLButtonElement> | undefined
  type?: 'button' | 'submit'
  icon?: IconName | undefined
  keys?: string | undefined
  busy?: boolean | undefined
  disabled?: boolean | undefined
  wide?: boolean | undefined
  label?: string | undefined
  describedBy?: string | undefined
  pressed?: boolean | undefined
  /** Lets a way from elsewhere lead to this button by name. */
  name?: string | undefined
  ref?: Ref<HTMLButtonElement> | undefined
  className?: string | undefined
}

/** A button: verb first and specific. `keys` shows its shortcut (register it with `useHotkey`); `busy` keeps its width and refuses clicks; `label` names it when the words alone would not. */
export function Button({ children, kind, size, icon, keys, busy = false, disabled = false, wide = false, label, describedBy, pressed, ...rest }: ButtonProps) {
  const { type = 'button', onClick, ref, className, name } = rest
  return (
    <button
      ref={ref}
      type={type}
      name={name}
      className={cx(buttonClass({ ...(kind && { kind }), ...(size && { size }) }), wide && css.wide, className)}
      aria-label={label}
      aria-describedby={describedBy}
      aria-pressed={pressed}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      aria-keyshortcuts={keys ? keys.replace('mod', 'Control').replaceAll('+', '+') : undefined}
      disabled={disabled}
      onClick={busy ? event => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} />}
      <span className={css.words}>{children}</span>
      {busy ? <span className={css.busy} aria-hidden="true" /> : keys && <KeyHint keys={keys} />}
    </button>
  )
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> & {
  icon: IconName
  label: string
  size?: 'small' | 'medium'
  ref?: Ref<HTMLButtonElement>
}

/** An icon alone, only for lock, close, more, previous and next. `label` is its name. */
export function IconButton({ icon, label, size = 'medium', ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={cx(css.icon, size === 'small' && css.iconSmall)} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  )
}
