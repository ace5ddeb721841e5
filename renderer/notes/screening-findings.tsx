import { useState } from 'react'
import { clearanceInWords } from '../../shared/health/clearances.ts'
import type { ContraindicationItem } from '../../shared/health/contraindication-item.ts'
import { familyOf } from '../../shared/health/families.ts'
import type { Gate, JudgedFinding } from '../../shared/health/gate.ts'
import { CLASS_WORDS, takesPlaces } from '../../shared/health/items.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { NoteContent, ScreenFinding } from '../../shared/notes/schema.ts'
import { TextLink } from '../lib/links.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import { SitesField } from '../ui/sites-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './screening-findings.module.css'
import { changedFound, placesInWords } from './screening-words.ts'
import type { Writing } from './writing.ts'

type Screening = NoteContent['screening']
type FindingsProps = {
  writing: Writing
  gate: Gate /** The questions are open: findings can be changed. */
  isOpen: boolean
  onClear: (item: ContraindicationItem) => void
}

/** What the screen found, the gravest first: one line each, and all about those that stand in the way or lack their place. */
export function ScreeningFindings({ writing, gate, isOpen, onClear }: FindingsProps) {
  if (gate.findings.length === 0) return null
  return (
    <ul className={css.findings} aria-label="Findings">
      {gate.findings.map(finding => (
        <Finding key={finding.item} writing={writing} finding={finding} isOpen={isOpen} onClear={() => onClear(finding.item)} />
      ))}
      {!isOpen && (
        <li>
          <TextLink to="/patients/$patientId/health" params={{ patientId: writing.session.header.id }}>
            Health history
          </TextLink>
        </li>
      )}
    </ul>
  )
}

type FindingProps = { writing: Writing; finding: JudgedFinding; isOpen: boolean; onClear: () => void }

function Finding({ isOpen, ...props }: FindingProps) {
  const { finding, writing } = props
  const lacksPlace = finding.class === 'local' && finding.sites.length === 0
  const [lackedPlace] = useState(lacksPlace)
  if (isOpen || finding.isClosing || lacksPlace || lackedPlace) return <FindingRow {...props} />
  return <FindingLine finding={finding} on={writing.session.note?.serviceOn ?? todayHere()} />
}

/** `Varicose veins, left inner calf. Keep off the veins …` in one line. */
function FindingLine({ finding, on }: { finding: JudgedFinding; on: LocalDate }) {
  const { name, remark, sites, whatToDo, clearance } = finding
  const more = [remark, placesInWords(sites)].filter(Boolean).join(', ')
  const terms = clearance?.clearance?.terms
  return (
    <li className={css.line}>
      <Icon name="warning" size={14} />
      <span>
        <b>{name}</b>
        {more && ` (${more})`}: {clearance ? [clearanceInWords(clearance, on), terms].filter(Boolean).join(' ') : whatToDo}
      </span>
    </li>
  )
}

function FindingRow({ writing, finding, onClear }: Omit<FindingProps, 'isOpen'>) {
  const { content, session, change, refusalOf } = writing
  const { screening } = content
  const { item, name, remark, sites, whatToDo, isClosing } = finding
  const index = screening.found.findIndex(found => found.item === item)
  const family = familyOf(item)
  const isToldToday = index >= 0 || (family !== null && screening.answers[family] === 'yes')
  const write = (make: (was: Screening) => Partial<Screening>) => change(was => ({ ...was, screening: { ...was.screening, ...make(was.screening) } }))
  const keep = (part: Partial<ScreenFinding>) => write(was => ({ found: changedFound(was.found, item, part) }))
  const takeOff = () =>
    write(was => ({ found: was.found.filter(found => found.item !== item), answers: family === null ? was.answers : { ...was.answers, [family]: 'no' } }))
  const tone = isClosing ? (finding.class === 'absolute' ? css.never : css.care) : css.quiet
  return (
    <li className={cx(css.finding, tone)}>
      <Icon name={finding.class === 'absolute' ? 'never' : 'warning'} />
      <div className={css.body}>
        <p className={css.head}>
          <b>{name}</b> <span className={css.class}>{CLASS_WORDS[finding.class]}</span>
        </p>
        <p>{whatToDo}</p>
        {finding.clearance && <ClearanceLine finding={finding} on={session.note?.serviceOn ?? todayHere()} onClear={onClear} />}
        {isToldToday && (
          <div className={css.fields}>
            {takesPlaces(item) && (
              <SitesField
                label={`Where: ${name}`}
                prompt={sites.length === 0 ? 'Where? Type a place' : 'Add a place'}
                value={sites}
                onChange={next => keep({ sites: next })}
              />
            )}
            <TextField
              label={`Details: ${name}`}
              bare
              placeholder="Details"
              maxLength={200}
              value={remark}
              error={refusalOf(`screening.found.${index}.remark`)}
              onChange={words => keep({ remark: words })}
            />
          </div>
        )}
      </div>
      {isToldToday && <IconButton icon="close" size="small" label={`Take off: ${name}`} onClick={takeOff} />}
    </li>
  )
}

function ClearanceLine({ finding, on, onClear }: { finding: JudgedFinding; on: LocalDate; onClear: () => void }) {
  if (!finding.clearance) return null
  const stands = finding.clearance.state === 'stands'
  return (
    <p className={css.clearance}>
      {stands && <Icon name="check" size={14} />}
      <span className={cx(stands && css.stands)}>{clearanceInWords(finding.clearance, on)}</span>
      {stands && finding.clearance.clearance?.terms && <span>{finding.clearance.clearance.terms}</span>}
      {!stands && (
        <Button size="small" onClick={onClear}>
          Add clearance
        </Button>
      )}
    </p>
  )
}
