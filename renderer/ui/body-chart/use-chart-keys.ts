import { type KeyboardEvent, useRef, useState } from 'react'
import type { MarkEdit } from '../../../shared/body-chart/mark-edits.ts'
import { type Mark, type MarkKind, markWords } from '../../../shared/body-chart/marks.ts'
import type { Region } from '../../../shared/body-chart/regions.ts'
import { type Direction, SPOTS_ON, type Spot, stepFrom } from '../../../shared/body-chart/site-steps.ts'
import { regionsOfSite } from '../../../shared/body-chart/sites.ts'
import { newMark } from './use-chart-pointer.ts'

const ARROWS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

/** What the keys need to know of the chart, and what they may do. */
export type KeyChart = {
  readonly marks: readonly Mark[]
  readonly tool: MarkKind
  readonly selected: string | undefined
  readonly edit: (edit: MarkEdit) => void
  readonly onSelect: (id: string | undefined) => void
  readonly onToggleRegion: ((region: Region) => void) | undefined
}

// Beyond the edge of one view, left and right lead to the other.
function stepOver(from: Spot, direction: Direction): Spot {
  const { view, y } = from.at
  const next = stepFrom(from.at, direction)
  if (next) return next
  if (direction === 'right' && view === 'front') return stepFrom({ view: 'back', x: 700, y }, 'right') ?? from
  if (direction === 'left' && view === 'back') return stepFrom({ view: 'front', x: 800, y }, 'left') ?? from
  return from
}

const firstSpot = (): Spot | undefined => SPOTS_ON.back.find(({ site }) => site === 'upper-trapezius-left') ?? SPOTS_ON.back[0]

/**
 * The chart by keyboard: arrows go from site to site, Enter marks, a digit grades the mark there, Delete removes it, Escape leaves.
 * `cursor` is the site one stands on; undefined until the first arrow.
 */
export function useChartKeys(chart: KeyChart) {
  const [cursor, setCursor] = useState<Spot>()
  const lastDigit = useRef({ digit: -1, at: 0 })
  const marksHere = cursor ? chart.marks.filter(({ site }) => site === cursor.site) : []
  const current = chart.marks.find(({ id }) => id === chart.selected) ?? marksHere.at(-1)

  const go = (direction: Direction) => {
    const next = cursor ? stepOver(cursor, direction) : firstSpot()
    setCursor(next)
    chart.onSelect(chart.marks.findLast(({ site }) => site === next?.site)?.id)
  }
  const markHere = () => {
    if (!cursor) return
    if (chart.tool === 'treated') {
      const [region] = regionsOfSite(cursor.site)
      return region && chart.onToggleRegion?.(region)
    }
    const added = { ...newMark(chart.tool, cursor.at), site: cursor.site }
    chart.edit({ kind: 'add', mark: added })
    chart.onSelect(added.id)
  }
  // 1 and then 0 in one breath is ten, as on the pain scale.
  const grade = (digit: number, at: number) => {
    if (!current) return
    const isTen = digit === 0 && lastDigit.current.digit === 1 && at - lastDigit.current.at < 800
    lastDigit.current = { digit, at }
    const wanted = isTen ? 10 : digit
    if (wanted <= markWords(current.kind).maxGrade) chart.edit({ kind: 'replace', mark: { ...current, grade: wanted } })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const direction = ARROWS[event.key]
    const isHandled =
      direction !== undefined || event.key === 'Enter' || event.key === ' ' || /^\d$/.test(event.key) || ['Delete', 'Backspace'].includes(event.key)
    if (event.key === 'Escape' && cursor) {
      event.stopPropagation()
      return setCursor(undefined)
    }
    if (!isHandled) return
    event.preventDefault()
    if (direction) go(direction)
    else if (event.key === 'Enter' || event.key === ' ') markHere()
    else if (/^\d$/.test(event.key)) grade(Number(event.key), event.timeStamp)
    else if (current) {
      chart.edit({ kind: 'remove', id: current.id })
      chart.onSelect(undefined)
    }
  }
  return { cursor, marksHere, onKeyDown, leave: () => setCursor(undefined) }
}
