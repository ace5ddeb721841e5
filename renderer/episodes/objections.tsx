import { useQuery } from '@tanstack/react-query'
import { type PrescriptionIssue, prescriptionIssues } from '../../shared/episodes/coverage-issues.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import { dayOf, LocalDate } from '../../shared/lib/dates.ts'
import type { PrescriptionId } from '../../shared/lib/ids.ts'
import { ask } from '../lib/api.ts'
import { todayHere } from '../ui/clock.ts'
import { Icon } from '../ui/icons.tsx'
import css from './episode.module.css'

type Written = { writtenOn: string; expiresOn: string | null; visits: number | null; frequency: string; isSigned: boolean }

type ObjectionsProps = {
  episode: Episode
  prescriptionId: PrescriptionId | null
  written: Written
  /** Leads to the field that settles an objection; left out where the field stands beside it. */
  onFix?: (issue: PrescriptionIssue) => void
}

const FIXES: Readonly<Record<PrescriptionIssue['field'], string>> = {
  diagnoses: 'Add diagnosis',
  visits: 'Enter visits',
  expiresOn: 'Change dates',
  isSigned: 'Mark as signed',
  writtenOn: 'Change date',
}

/** What an insurer would object to in a prescription, on file or being written (`prescriptionId` null). The paper is the physician’s: nothing is refused. */
export function Objections({ episode, prescriptionId, written, onFix }: ObjectionsProps) {
  const visits = useQuery(ask('appointments.listOfPatient', { patientId: episode.patientId }))
  const writtenOn = LocalDate.safeParse(written.writtenOn).data
  if (!writtenOn) return null
  const isOldest = episode.prescriptions.every(one => one.id === prescriptionId || one.writtenOn >= writtenOn)
  const treated = (visits.data ?? []).filter(visit => visit.episodeId === episode.id && (visit.status === 'finished' || visit.status === 'checked-out'))
  const first = treated.map(visit => dayOf(visit.startsAt)).toSorted()[0] ?? null
  const issues = prescriptionIssues(
    { ...written, writtenOn, expiresOn: LocalDate.safeParse(written.expiresOn).data ?? null },
    { today: todayHere(), hasDiagnosis: episode.diagnoses.length > 0, firstVisitOn: isOldest ? first : null },
  )
  if (issues.length === 0) return null
  return (
    <ul className={css.objections} aria-label="What an insurer would object to">
      {issues.map(issue => (
        <li key={issue.sentence}>
          <Icon name="warning" />
          <span>
            {issue.sentence}{' '}
            {onFix && (
              <button type="button" className={css.fix} onClick={() => onFix(issue)}>
                {issue.needsNewOne ? 'Add the new one' : FIXES[issue.field]}
              </button>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
