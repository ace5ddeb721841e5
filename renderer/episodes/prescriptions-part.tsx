import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { coverageOf, shownUse } from '../../shared/episodes/coverage.ts'
import type { PrescriptionIssue } from '../../shared/episodes/coverage-issues.ts'
import type { Episode, Prescription } from '../../shared/episodes/schema.ts'
import { uncoveredVisits } from '../../shared/episodes/use-words.ts'
import { ask, useCommand } from '../lib/api.ts'
import { AttachmentsList } from '../ui/attachments-list.tsx'
import { Button } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { Icon } from '../ui/icons.tsx'
import { Problem } from '../ui/messages.tsx'
import { PrescriptionCard } from '../ui/prescription-card.tsx'
import { Section } from '../ui/screen.tsx'
import { dateInWords } from '../ui/words.tsx'
import css from './episode.module.css'
import { Objections } from './objections.tsx'
import type { Open } from './open-part.ts'

type PartProps = { episode: Episode; onOpen: (open: Open) => void }

const isSpent = ({ use }: Prescription) => use.state === 'used-up' || use.state === 'expired'

/** The physicians’ orders that can still be used, the one in use first; spent ones folded below. */
export function PrescriptionsPart({ episode, onOpen }: PartProps) {
  const { prescriptions } = episode
  const oldestFirst = prescriptions.toReversed()
  const inUse = shownUse(oldestFirst.map(one => one.use))?.prescriptionId
  const usable = oldestFirst.filter(one => !isSpent(one))
  const shown = usable.length > 0 ? usable : prescriptions.slice(0, 1)
  const earlier = prescriptions.filter(one => !shown.includes(one))
  const add = (
    <Button
      size="small"
      icon="plus"
      kind={prescriptions.length === 0 ? 'outlined' : 'text'}
      name="prescription"
      onClick={() => onOpen({ part: 'prescription', prescription: null })}
    >
      Add prescription
    </Button>
  )
  if (prescriptions.length === 0)
    return (
      <Section title="Prescription" actions={add}>
        <p className={css.second}>None on file. Without one, visits are counted but nothing limits them, and some insurers do not reimburse.</p>
      </Section>
    )
  return (
    <section className={css.orders} aria-label="Prescriptions">
      <Uncovered episode={episode} />
      <div className={css.cards}>
        {shown.map(one => (
          <OneCard
            key={one.id}
            episode={episode}
            prescription={one}
            place={usable.length > 1 ? (one.id === inUse ? 'Used first' : 'Used next') : ''}
            onOpen={onOpen}
          />
        ))}
      </div>
      {earlier.length > 0 && (
        <details className={css.fold}>
          <summary>Earlier: {earlier.map(one => dateInWords(one.writtenOn, 'short')).join(', ')}</summary>
          <div className={css.cards}>
            {earlier.map(one => (
              <OneCard key={one.id} episode={episode} prescription={one} place="Spent" onOpen={onOpen} />
            ))}
          </div>
        </details>
      )}
      <p className={css.addOrder}>{add}</p>
    </section>
  )
}

type OneCardProps = PartProps & { prescription: Prescription; place: string }

function OneCard({ episode, prescription, place, onOpen }: OneCardProps) {
  const navigate = useNavigate()
  const remove = useCommand('episodes.removePrescription')
  const begin = useCommand('documents.beginLetter')
  const { use } = prescription
  const who = `of ${prescription.prescriber.name}, ${dateInWords(prescription.writtenOn, 'short')}`
  const edit = (field?: string) => onOpen({ part: 'prescription', prescription, ...(field && { field }) })
  const fix = ({ field, needsNewOne }: PrescriptionIssue) => {
    if (needsNewOne) return onOpen({ part: 'prescription', prescription: null })
    return field === 'diagnoses' ? onOpen({ part: 'diagnosis', diagnosis: null }) : edit(field)
  }
  const askToRenew = () =>
    begin.mutate(
      { episodeId: episode.id, kind: 'progress' },
      { onSuccess: letter => void navigate({ to: '/letters/$letterId', params: { letterId: letter.id } }) },
    )
  const needsMore = place !== 'Spent' && use.state !== 'active' && use.state !== 'not-yet' && episode.closedOn === null
  const actions = (
    <>
      {needsMore && (
        <Button size="small" busy={begin.isPending} label={`Ask to renew prescription ${who}`} onClick={askToRenew}>
          Ask to renew
        </Button>
      )}
      <Button kind={needsMore ? 'text' : 'outlined'} size="small" label={`Change prescription ${who}`} onClick={() => edit()}>
        Change
      </Button>
      <Button
        kind="text"
        size="small"
        label={`Take off prescription ${who}`}
        busy={remove.isPending}
        onClick={() => remove.mutate({ episodeId: episode.id, prescriptionId: prescription.id })}
      >
        Take off
      </Button>
      <Problem error={remove.error ?? begin.error} />
    </>
  )
  const remarks = (
    <>
      {place !== 'Spent' && <Objections episode={episode} prescriptionId={prescription.id} written={prescription} onFix={fix} />}
      <AttachmentsList patientId={episode.patientId} kind="prescription" refId={prescription.id} label={`Scans of prescription ${who}`} />
    </>
  )
  return <PrescriptionCard prescription={prescription} place={place} remarks={remarks} actions={actions} />
}

/** Booked visits that no prescription reaches, said before an insurer does. */
function Uncovered({ episode }: { episode: Episode }) {
  const visits = useQuery(ask('appointments.listOfPatient', { patientId: episode.patientId }))
  const clinic = useQuery(ask('practice.getClinic', {}))
  if (!visits.data || !clinic.data || episode.closedOn !== null) return null
  const today = todayHere()
  const own = visits.data.filter(visit => visit.episodeId === episode.id)
  const coverage = coverageOf(episode.prescriptions, own, { today, noShowUsesVisit: clinic.data.noShowUsesVisit })
  const uncovered = uncoveredVisits(episode.prescriptions, own, { coverage, today })
  if (uncovered.length === 0) return null
  return (
    <div className={css.uncovered} role="note">
      <p>
        <Icon name="warning" />
        {uncovered.length === 1 ? 'No prescription covers a booked visit.' : `No prescription covers ${uncovered.length} booked visits.`}
      </p>
      <ul>
        {uncovered.map(visit => (
          <li key={visit.id}>{visit.sentence}</li>
        ))}
      </ul>
    </div>
  )
}
