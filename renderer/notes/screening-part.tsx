import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ContraindicationItem } from '../../shared/health/contraindication-item.ts'
import type { FoundItem } from '../../shared/health/find-items.ts'
import { unasked } from '../../shared/health/findings.ts'
import { isSameScreen, screenedAsBefore } from '../../shared/health/standing.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { ClearancePanel } from '../ui/clearance-panel.tsx'
import { dateInWords } from '../ui/words.tsx'
import { GATE_SIGNS } from './gate-signs.ts'
import { NotePart } from './note-part.tsx'
import { MissedOfHistory, ScreeningContext } from './screening-context.tsx'
import { ScreeningFindings } from './screening-findings.tsx'
import css from './screening-part.module.css'
import { ScreeningQuestions } from './screening-questions.tsx'
import { ScreeningVerdict } from './screening-verdict.tsx'
import { ScreeningVitals } from './screening-vitals.tsx'
import { withFound } from './screening-words.ts'
import { missedOfHistory, useGate } from './use-gate.ts'
import { fieldId, focusField, type Writing } from './writing.ts'

type Screening = NoteContent['screening']

/** The gate before hands touch the patient: one key when nothing changed, one by one otherwise; what was found, what to do, and whether one may go on. */
export function ScreeningPart({ writing }: { writing: Writing }) {
  const { content, last, session, change } = writing
  const { screening } = content
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [clearing, setClearing] = useState<ContraindicationItem>()
  const gate = useGate(writing)
  const open = unasked(screening)
  const history = session.health?.history ?? null
  const before = last && unasked(last.screening).length === 0 ? last.screening : null
  const write = (part: Partial<Screening>) => change(was => ({ ...was, screening: { ...was.screening, ...part } }))
  const sameAsLast = () => {
    change(was => ({ ...was, screening: { ...was.screening, ...screenedAsBefore(was.screening, before, history) } }))
    setOpen(false)
    goOn()
  }
  useHotkey({ keys: 'alt+n', label: 'Screening: nothing changed', run: sameAsLast, enabled: open.length > 0 })
  useHotkey({ keys: 'alt+q', label: 'Screening: questions one by one', run: () => setOpen(!isOpen) })
  const openHistory = () => void router.navigate({ to: '/patients/$patientId/health', params: { patientId: session.header.id } })
  useHotkey({ keys: 'alt+h', label: 'Health history', run: openHistory })
  const add = ({ item, name }: FoundItem) => write({ found: withFound(screening.found, { item, name }) })
  const hasMissed = missedOfHistory(writing).length > 0
  const attention = gate.state === 'open' && (gate.findings.length > 0 || hasMissed) ? 'warning' : GATE_SIGNS[gate.state]

  return (
    <NotePart mark={{ icon: attention }} name="Screening" id={fieldId('screening')}>
      <div className={css.strip}>
        <p className={css.words}>
          <StripWords screening={screening} before={hasMissed ? null : before} since={session.last && dateInWords(session.last.screenedOn, 'short')} />
        </p>
        {open.length > 0 && (
          <Button size="small" keys="alt+n" onClick={sameAsLast}>
            {before ? 'Asked all 8, no change' : history ? 'Asked all 8, nothing new' : 'Asked all 8, all no'}
          </Button>
        )}
        <ScreeningVitals screening={screening} rules={session.rules} onChange={write} />
        <Button kind="text" size="small" onClick={() => setOpen(!isOpen)} className={css.review}>
          {isOpen ? 'Done' : 'Review'}
        </Button>
      </div>
      {(open.length > 0 || isOpen) && <ScreeningContext writing={writing} before={before} />}
      {open.length < 8 && <MissedOfHistory writing={writing} onAdd={missed => write({ found: [...screening.found, ...missed].slice(0, 40) })} />}
      {isOpen && <ScreeningQuestions writing={writing} onAdd={add} />}
      <ScreeningFindings writing={writing} gate={gate} isOpen={isOpen} onClear={setClearing} />
      <ScreeningVerdict writing={writing} gate={gate} />
      {clearing && (
        <ClearancePanel
          patientId={session.header.id}
          item={clearing}
          clearance={null}
          physician={history?.physician || session.prescriberName}
          onClose={() => setClearing(undefined)}
        />
      )}
    </NotePart>
  )
}

// With the screening done the note goes on with the pain; a caret that stands elsewhere in the note stays where it is.
function goOn(): void {
  const { activeElement } = document
  const isElsewhere = activeElement?.closest('input, textarea') && !activeElement.closest(`#${fieldId('screening')}`)
  if (!isElsewhere) requestAnimationFrame(() => focusField(fieldId('pain', 'before')))
}

function StripWords({ screening, before, since }: { screening: Screening; before: Screening | null; since: string | null }) {
  const open = unasked(screening).length
  if (open > 0) return <b>{open === 8 ? 'Screen before treatment.' : `${8 - open} of 8 asked.`}</b>
  const isSame = before !== null && isSameScreen(screening, before)
  return (
    <>
      <b>{isSame ? `No change since ${since}.` : 'Screened.'}</b> All 8 screening questions asked.
    </>
  )
}
