import { useState } from 'react'
import { CONTRAINDICATIONS } from '../../shared/health/families.ts'
import { findingsOf, isPressureHigh, unasked } from '../../shared/health/findings.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { dateInWords } from '../ui/words.tsx'
import { NotePart } from './note-part.tsx'
import { NumberCell } from './number-cell.tsx'
import css from './screening-part.module.css'
import { ScreeningQuestions } from './screening-questions.tsx'
import { fieldId, type Writing } from './writing.ts'

type Screening = NoteContent['screening']
type Answers = Screening['answers']

const NO_TO_ALL: Answers = Object.fromEntries(CONTRAINDICATIONS.map(({ family }) => [family, 'no']))
const isComplete = (answers: Answers) => CONTRAINDICATIONS.every(({ family }) => answers[family] !== undefined)
const isSame = (one: Answers, other: Answers) => CONTRAINDICATIONS.every(({ family }) => one[family] === other[family])

/** The eight questions before hands touch the patient: one key when nothing changed, one by one otherwise, and what a yes means. */
export function ScreeningPart({ writing }: { writing: Writing }) {
  const { content, last, session, change, refusalOf } = writing
  const { screening } = content
  const [isOpen, setOpen] = useState(false)
  const open = unasked(screening)
  const findings = findingsOf(screening)
  // Open questions say themselves what a yes means.
  const shown = findings.filter(() => !isOpen)
  const isHigh = isPressureHigh(screening)
  const write = (part: Partial<Screening>) => change(was => ({ ...was, screening: { ...was.screening, ...part } }))
  const before = last && isComplete(last.screening.answers) ? last.screening.answers : null
  const sameAsLast = () => write({ answers: before ?? NO_TO_ALL })
  useHotkey({ keys: 'alt+n', label: 'Screening: nothing changed', run: sameAsLast, enabled: open.length > 0 })
  const since = session.last && dateInWords(session.last.serviceOn, 'short')

  return (
    <NotePart mark={{ icon: open.length > 0 ? 'ring' : findings.length > 0 ? 'warning' : 'check' }} name="Screening" id={fieldId('screening')}>
      <div className={css.strip}>
        <p className={css.words}>
          {open.length === 0 ? (
            <>
              <b>
                {isHigh
                  ? 'Blood pressure is too high.'
                  : before && isSame(before, screening.answers)
                    ? `No change since ${since}.`
                    : doneWords(screening.answers)}
              </b>{' '}
              All 8 screening questions asked.
            </>
          ) : (
            <>
              <b>{open.length === 8 ? 'Screen before treatment.' : `${8 - open.length} of 8 asked.`}</b>{' '}
              {before ? `${findingsInWords(before)} on ${since}.` : 'Eight questions.'}
            </>
          )}
        </p>
        {open.length > 0 && (
          <Button size="small" keys="alt+n" onClick={sameAsLast}>
            {before ? 'Asked all 8, no change' : 'Asked all 8, all no'}
          </Button>
        )}
        <BloodPressure screening={screening} onChange={write} />
        <Button kind="text" size="small" onClick={() => setOpen(!isOpen)} className={css.review}>
          {isOpen ? 'Done' : 'Review'}
        </Button>
      </div>
      {isOpen && <ScreeningQuestions screening={screening} onChange={write} remarkError={refusalOf('screening.remark')} />}
      {shown.length > 0 && (
        <ul className={css.findings}>
          {shown.map(finding => (
            <li key={finding.item} className={css[finding.class]}>
              <Icon name={finding.class === 'absolute' ? 'never' : 'warning'} />
              <span>{finding.sentence}</span>
            </li>
          ))}
        </ul>
      )}
      {findings.some(finding => finding.class === 'absolute' || finding.class === 'clearance') && (
        <div className={css.reason} id={fieldId('screening', 'reason')}>
          <TextArea
            label="Why treatment goes on today"
            hint="Kept with the note. Leave it empty and end the visit if you do not treat."
            value={screening.overrideReason}
            error={refusalOf('screening.overrideReason')}
            onChange={overrideReason => write({ overrideReason })}
          />
        </div>
      )}
    </NotePart>
  )
}

/** “Nothing stands against it.” or what was answered with yes. */
function doneWords(answers: Answers): string {
  const yes = CONTRAINDICATIONS.filter(({ family }) => answers[family] === 'yes')
  return yes.length === 0 ? 'Nothing found.' : `Yes to ${yes.map(({ name }) => name.toLowerCase()).join(', ')}.`
}

function findingsInWords(answers: Answers): string {
  const yes = CONTRAINDICATIONS.filter(({ family }) => answers[family] === 'yes')
  return yes.length === 0 ? 'All no' : `Yes to ${yes.map(({ name }) => name.toLowerCase()).join(', ')}`
}

function BloodPressure({ screening, onChange }: { screening: Screening; onChange: (part: Partial<Screening>) => void }) {
  return (
    <fieldset className={css.pressure}>
      <legend className={css.legend}>
        BP<span className={css.hidden}> (blood pressure)</span>
      </legend>
      <NumberCell label="Systolic" min={40} max={300} value={screening.systolic} onChange={systolic => onChange({ systolic })} />
      <span aria-hidden="true">/</span>
      <NumberCell label="Diastolic" min={20} max={200} value={screening.diastolic} onChange={diastolic => onChange({ diastolic })} />
    </fieldset>
  )
}
