import { joinWords } from '../../shared/body-chart/regions.ts'
import { factsOf } from '../../shared/health/items.ts'
import type { NoteContent, ScreenFinding } from '../../shared/notes/schema.ts'
import { TextLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { dateInWords } from '../ui/words.tsx'
import css from './screening-part.module.css'
import { historyInWords, screenInWords } from './screening-words.ts'
import { missedOfHistory } from './use-gate.ts'
import type { Writing } from './writing.ts'

/** What “no change” would repeat: last time’s answers and the health history, with the way to it. */
export function ScreeningContext({ writing, before }: { writing: Writing; before: NoteContent['screening'] | null }) {
  const { health, intakeRefusedOn, last, header } = writing.session
  return (
    <p className={css.context}>
      {before && last && (
        <span>
          {dateInWords(last.screenedOn, 'short')}: {screenInWords(before)}.{' '}
        </span>
      )}
      {health && (
        <span>
          Health history {dateInWords(health.takenOn, 'short')}: {historyInWords(health.history) || 'nothing to mind'}.{' '}
        </span>
      )}
      {!health && <span>{intakeRefusedOn ? `Intake refused ${dateInWords(intakeRefusedOn, 'short')}. ` : 'No health history yet. '}</span>}
      <TextLink to="/patients/$patientId/health" params={{ patientId: header.id }}>
        {health ? 'Open health history' : 'Take health history'}
      </TextLink>
    </p>
  )
}

/** What the health history says by now and the screen does not, with the way to take it in. */
export function MissedOfHistory({ writing, onAdd }: { writing: Writing; onAdd: (missed: ScreenFinding[]) => void }) {
  const missed = missedOfHistory(writing)
  if (missed.length === 0) return null
  return (
    <p className={css.missed}>
      <Icon name="warning" size={14} />
      <span>Not screened yet, though the health history says it: {joinWords(missed.map(({ item }) => factsOf(item).name.toLowerCase()))}.</span>
      <Button kind="text" size="small" onClick={() => onAdd(missed.map(({ item, sites, remark }) => ({ item, sites: [...sites], remark })))}>
        Add to the screening
      </Button>
    </p>
  )
}
