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

type ContextProps = { writing: Writing; before: NoteContent['screening'] | null; onAdd: (missed: ScreenFinding[]) => void }

/** What “no change” would repeat: last time’s answers and the health history, with the way to it; and what the history says that the screen does not. */
export function ScreeningContext({ writing, before, onAdd }: ContextProps) {
  const { session, content } = writing
  const { health, intakeRefusedOn, last, header } = session
  const missed = Object.keys(content.screening.answers).length === 0 ? [] : missedOfHistory(writing)
  return (
    <>
      <p className={css.context}>
        {before && last && (
          <span>
            {dateInWords(last.serviceOn, 'short')}: {screenInWords(before)}.{' '}
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
      {missed.length > 0 && (
        <p className={css.missed}>
          <Icon name="warning" size={14} />
          <span>Not screened yet, though the health history says it: {joinWords(missed.map(({ item }) => factsOf(item).name.toLowerCase()))}.</span>
          <Button kind="text" size="small" onClick={() => onAdd(missed.map(({ item, sites, remark }) => ({ item, sites: [...sites], remark })))}>
            Add to the screening
          </Button>
        </p>
      )}
    </>
  )
}
