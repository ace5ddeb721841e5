import { type KeyboardEvent, useId } from 'react'
import { ROLAND_MORRIS, ROLAND_MORRIS_INTRODUCTION } from '../../shared/outcomes/roland-morris.ts'
import { Button } from '../ui/button.tsx'
import css from './outcome-sentences.module.css'

type SentencesProps = {
  /** Numbers of the sentences ticked, from 1; null before the first. */
  ticked: readonly number[] | null
  /** A count entered without ticking; the first tick takes its place. */
  count: number | null
  onTick: (ticked: number[]) => void
  onDone: () => void
}

/** The Roland-Morris sentences to read aloud and tick: Space ticks, the arrows go from one to the next, the count is live. */
export function Sentences({ ticked, count, onTick, onDone }: SentencesProps) {
  const id = useId()
  const chosen = new Set(ticked)
  const tick = (number: number) => {
    if (chosen.has(number)) chosen.delete(number)
    else chosen.add(number)
    onTick([...chosen].toSorted((a, b) => a - b))
  }
  const move = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (!(event.target instanceof HTMLInputElement)) return
    const boxes = [...event.currentTarget.querySelectorAll('input')]
    const at = boxes.indexOf(event.target)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    boxes[Math.min(boxes.length - 1, Math.max(0, to))]?.focus()
  }
  const done = () => {
    if (ticked === null && count === null) onTick([])
    onDone()
  }
  return (
    <fieldset className={css.sheet} onKeyDown={move} aria-describedby={`${id}-intro`}>
      <legend className={css.hidden}>Roland-Morris sentences</legend>
      <p className={css.intro} id={`${id}-intro`}>
        {ROLAND_MORRIS_INTRODUCTION}
      </p>
      <ol className={css.sentences}>
        {ROLAND_MORRIS.map((sentence, index) => (
          <li key={sentence}>
            <label>
              <input type="checkbox" checked={chosen.has(index + 1)} onChange={() => tick(index + 1)} />
              <span>{sentence}</span>
            </label>
          </li>
        ))}
      </ol>
      <p className={css.foot}>
        <output>
          <b>{chosen.size} ticked</b> of 24
        </output>
        <Button size="small" onClick={done}>
          Done
        </Button>
        {ticked === null && count !== null && <span>The count {count} was entered without ticking; the first tick takes its place.</span>}
      </p>
      <p className={css.source}>Roland M, Morris R. Spine 1983; 8: 141–144. Used unchanged.</p>
    </fieldset>
  )
}
