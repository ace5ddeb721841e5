import type { KeyboardEvent } from 'react'

const rowsOf = (list: ParentNode | null) => [...(list?.querySelectorAll<HTMLElement>('[data-call]') ?? [])]

/** Puts the focus on the next row somebody still has to be called from, after the given one; from the first on where none is given. */
export function goToNextCall(list: HTMLElement | null, after: string | null): void {
  const rows = rowsOf(list)
  const from = rows.findIndex(row => row.dataset.call === after)
  const open = (row: HTMLElement) => row.dataset.open === 'true' && row.dataset.call !== after
  const next = rows.slice(from + 1).find(open) ?? rows.find(open) ?? (after === null ? rows[0] : undefined)
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** Up and Down go from call to call. */
export function moveBetweenCalls(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-call]')) return
  const rows = rowsOf(event.currentTarget)
  const next = rows[rows.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)]
  event.preventDefault()
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
