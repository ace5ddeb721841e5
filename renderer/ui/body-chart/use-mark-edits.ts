import { useRef, useState } from 'react'
import { edited, inverseOf, type MarkEdit } from '../../../shared/body-chart/mark-edits.ts'
import type { Mark } from '../../../shared/body-chart/marks.ts'

/** Changes of the chart, each of which can be taken back, latest first. */
export type MarkEdits = { readonly edit: (edit: MarkEdit) => void; readonly undo: () => void; readonly canUndo: boolean }

/** Makes the chart's changes through `change` and remembers how to take them back, for as long as the chart is on screen. */
export function useMarkEdits(marks: readonly Mark[], change: (make: (marks: readonly Mark[]) => Mark[]) => void): MarkEdits {
  const taken = useRef<MarkEdit[]>([])
  const [count, setCount] = useState(0)
  const edit = (wanted: MarkEdit) => {
    const back = inverseOf(marks, wanted)
    if (!back) return
    taken.current.push(back)
    setCount(taken.current.length)
    change(was => edited(was, wanted))
  }
  const undo = () => {
    const back = taken.current.pop()
    setCount(taken.current.length)
    if (back) change(was => edited(was, back))
  }
  return { edit, undo, canUndo: count > 0 }
}
