import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** Lets a panel opened from a narrow column stand over the whole work area instead of inside the column. */
export function OverWork({ children }: { children: ReactNode }) {
  return createPortal(children, document.querySelector('[data-work]') ?? document.body)
}
