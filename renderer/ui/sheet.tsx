import type { ReactNode } from 'react'
import css from './sheet.module.css'

/** A printed page on the preview desk: white in both colour schemes, with a shadow, in the proportions of the paper. */
export function Sheet({ label, paper = 'letter', children }: { label: string; paper?: 'letter' | 'a4'; children: ReactNode }) {
  return (
    <figure className={css.sheet} aria-label={label} style={{ aspectRatio: paper === 'letter' ? '8.5 / 11' : '210 / 297' }}>
      {children}
    </figure>
  )
}
