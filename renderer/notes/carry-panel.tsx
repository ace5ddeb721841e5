import { useState } from 'react'
import { CARRY_TEXTS, CARRY_WORDS, type CarryPart, carryable, carryForward, LASTING_PARTS } from '../../shared/notes/carry-forward.ts'
import { postureInWords } from '../../shared/notes/posture.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checks.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { dateInWords } from '../ui/words.tsx'
import css from './note-tools.module.css'
import type { Writing } from './writing.ts'

/** Takes these parts of the last note into today’s; undone in one step. */
function carryParts({ content: before, last, session, change }: Writing, parts: readonly CarryPart[]): void {
  if (!last || !session.last || parts.length === 0) return
  const newId = () => crypto.randomUUID()
  change(was => carryForward(was, last, { parts, newId }))
  offerUndo(`${parts.length} ${parts.length === 1 ? 'part was' : 'parts were'} carried from ${dateInWords(session.last.serviceOn, 'short')}.`, () =>
    change(was => withoutCarried(was, before, parts)),
  )
}

/** Takes over what lasts from visit to visit (the plan, home care, posture, marks, techniques) where today’s place is still empty. */
export function carryLasting(writing: Writing): void {
  const { last, content } = writing
  const parts = last ? carryable(last).filter(part => LASTING_PARTS.some(lasting => lasting === part) && canTake(part, content)) : []
  carryParts(writing, parts)
}

/** Chooses parts of the last note to carry into today’s: each shown with its words, nothing taken unless it is ticked, numbers never. */
export function CarryPanel({ writing, onClose }: { writing: Writing; onClose: () => void }) {
  const { content, last, session } = writing
  const [chosen, setChosen] = useState<readonly CarryPart[]>([])
  useHotkey({ keys: 'escape', run: onClose })
  if (!last || !session.last) return null
  const day = dateInWords(session.last.serviceOn, 'short')
  const parts = carryable(last)
  const free = parts.filter(part => canTake(part, content))
  const carry = () => {
    carryParts(writing, chosen)
    onClose()
  }
  return (
    <form
      className={css.panel}
      aria-label="Carry forward"
      onSubmit={event => {
        event.preventDefault()
        if (chosen.length > 0) carry()
      }}
    >
      <h3>Carry forward from {day}</h3>
      <div className={css.parts}>
        {parts.map(part => (
          <div key={part} className={css.part}>
            <Checkbox
              label={CARRY_WORDS[part]}
              value={chosen.includes(part)}
              disabled={!free.includes(part)}
              onChange={isOn => setChosen(isOn ? [...chosen, part] : chosen.filter(other => other !== part))}
            />
            <span className={css.excerpt}>{free.includes(part) ? excerptOf(part, last) : 'Written today already'}</span>
          </div>
        ))}
      </div>
      <div className={css.actions}>
        <p>Pain, scores, degrees, grades and minutes are never carried.</p>
        <Button kind="text" size="small" onClick={() => setChosen(chosen.length === free.length ? [] : free)}>
          {chosen.length === free.length ? 'None' : 'All'}
        </Button>
        <Button size="small" onClick={onClose}>
          Close
        </Button>
        <Button size="small" type="submit" disabled={chosen.length === 0}>
          {chosen.length === 0 ? 'Carry forward' : `Carry ${chosen.length} ${chosen.length === 1 ? 'part' : 'parts'}`}
        </Button>
      </div>
    </form>
  )
}

const isText = (part: CarryPart): part is (typeof CARRY_TEXTS)[number] => CARRY_TEXTS.some(text => text === part)
const canTake = (part: CarryPart, content: NoteContent) => !isText(part) || content[part].trim() === ''

function excerptOf(part: CarryPart, last: NoteContent): string {
  if (isText(part)) return last[part].replace(/\s+/g, ' ')
  if (part === 'posture') return last.posture.map(each => postureInWords({ ...each, grade: '' })).join('; ')
  if (part === 'marks') return `${last.marks.filter(({ kind }) => kind !== 'treated').length} on the chart, without grades`
  return [...new Set(last.blocks.flatMap(({ techniques }) => techniques.map(({ name }) => name)))].join(', ')
}

/** The carried parts as they were before, what was written since in the others left alone. */
function withoutCarried(now: NoteContent, before: NoteContent, parts: readonly CarryPart[]): NoteContent {
  const texts = CARRY_TEXTS.filter(part => parts.includes(part)).map(part => [part, before[part]] as const)
  return {
    ...now,
    ...Object.fromEntries(texts),
    posture: parts.includes('posture') ? before.posture : now.posture,
    marks: parts.includes('marks') ? before.marks : now.marks,
    blocks: parts.includes('techniques')
      ? now.blocks.map(block => ({ ...block, techniques: before.blocks.find(({ id }) => id === block.id)?.techniques ?? block.techniques }))
      : now.blocks,
  }
}
