import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'
import { type ButtonLook, buttonClass } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { KeyHint } from '../ui/key-hint.tsx'

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> }

function Anchor({ children, ...rest }: AnchorProps) {
  return <a {...rest}>{children}</a>
}

/** A link in the running text, typed by the routes: `<TextLink to="/patients/$patientId" params={{ patientId }}>`. */
export const TextLink = createLink(Anchor)

function ButtonAnchor({ kind, size, icon, keys, children, ...rest }: AnchorProps & ButtonLook & { icon?: IconName; keys?: string }) {
  return (
    <a {...rest} className={buttonClass({ ...(kind && { kind }), ...(size && { size }) })}>
      {icon && <Icon name={icon} />}
      {children}
      {keys && <KeyHint keys={keys} />}
    </a>
  )
}

/** A link that looks like a button, typed by the routes. */
export const ButtonLink = createLink(ButtonAnchor)
