import { useQuery } from '@tanstack/react-query'
import { prescriptionIssues } from '../../shared/episodes/coverage-issues.ts'
import type { Episode } from '../../shared/episodes/schema.ts'
import { dayOf, LocalDate } from '../../shared/lib/dates.ts'
import type { PrescriptionId } from '../../shared/lib/ids.ts'
import { ask } from '../lib/api.ts'
import { todayHere } from '../ui/clock.ts'
import { Icon } from '../ui/icons.tsx'
import css from './episode.module.css'

type Written = { writtenOn: string; expiresOn: string | null; visits: number | null; frequency: string; isSigned: boolean }

/** What an insurer would object to in a prescription, on file or being written (`prescriptionId` null). The paper is the physician’s: nothing is refused. */
export function Objections({ episode, prescriptionId, written }: { episode: Episode; prescriptionId: PrescriptionId | null; written: Written }) {
  const visits = useQuery(ask('appointments.listOfPatient', { patientId: episode.patientId }))
  const writtenOn = LocalDate.safeParse(written.writtenOn).data
  if (!writtenOn) return null
  const isOnlyOne = episode.prescriptions.every(one => one.id === prescriptionId)
  const treated = (visits.data ?? []).filter(visit => visit.episodeId === episode.id && (visit.status === 'finished' || visit.status === 'checked-out'))
  const first = treated.map(visit => dayOf(visit.startsAt)).toSorted()[0] ?? null
  const issues = prescriptionIssues(
    { ...written, writtenOn, expiresOn: LocalDate.safeParse(written.expiresOn).data ?? null },
    { today: todayHere(), hasDiagnosis: episode.diagnoses.length > 0, firstVisitOn: isOnlyOne ? first : null },
  )
  if (issues.length === 0) return null
  return (
    <ul className={css.objections} aria-label="What an insurer would object to">
      {issues.map(issue => (
        <li key={issue.sentence}>
          <Icon name="warning" />
          {issue.sentence}
        </li>
      ))}
    </ul>
  )
}
