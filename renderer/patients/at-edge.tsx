import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** Puts a panel at the edge of the whole work area, from within a narrow column. */
export function AtEdge({ children }: { children: ReactNode }) {
  return createPortal(children, document.querySelector('[data-work]') ?? document.body)
}
