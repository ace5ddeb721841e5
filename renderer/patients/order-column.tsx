import { useQuery } from '@tanstack/react-query'
import { suggestedKind } from '../../shared/documents/letter-due.ts'
import type { Episode, Prescription } from '../../shared/episodes/schema.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import type { PatientHeader } from '../../shared/patients/schema.ts'
import { ask } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { todayHere } from '../ui/clock.ts'
import { Problem } from '../ui/messages.tsx'
import { PrescriptionCard } from '../ui/prescription-card.tsx'
import { Facts, Section } from '../ui/screen.tsx'
import { DateText, TimeText } from '../ui/words.tsx'
import { WriteLetter } from '../ui/write-letter.tsx'
import css from './chart.module.css'

const CLAIMS = { illness: 'Claim', auto: 'Auto claim', work: 'Work claim', other: 'Accident claim' } as const satisfies Record<Episode['kind'], string>

/** What may still be done and by whose order: the prescription, the claim and what comes next. */
export function OrderColumn({ patient, episodeId }: { patient: PatientHeader; episodeId: Episode['id'] }) {
  const found = useQuery(ask('episodes.get', { episodeId }))
  const episode = found.data
  if (!episode) return <Problem error={found.error} />
  const shown = episode.prescriptions.find(one => one.id === patient.prescription?.prescriptionId) ?? episode.prescriptions[0]
  return (
    <div className={css.stack}>
      {shown ? <Order episode={episode} prescription={shown} /> : <NoOrder episodeId={episodeId} />}
      {episode.claim && <ClaimFacts episode={episode} />}
      <Next patient={patient} />
    </div>
  )
}

function Order({ episode, prescription }: { episode: Episode; prescription: Prescription }) {
  const letters = useQuery(ask('documents.listLetters', { patientId: episode.patientId }))
  const today = todayHere()
  const standing = episode.diagnoses.filter(one => one.validTo === null || one.validTo >= today)
  const own = (letters.data ?? []).filter(letter => letter.episodeId === episode.id)
  const due = own.find(letter => letter.state === 'due')
  const signed = own.filter(letter => letter.state === 'signed')
  const suggested = suggestedKind({
    closedOn: episode.closedOn,
    visits: episode.visitsDone,
    hasAnyLetter: signed.length > 0,
    hasDischargeLetter: signed.some(letter => letter.kind === 'discharge'),
  })
  const isLow = prescription.use.state !== 'active' && prescription.use.state !== 'not-yet'
  const actions = (
    <>
      <WriteLetter episodeId={episode.id} kind={due?.kind ?? suggested} {...(isLow && { words: 'Ask to renew' })} />
      <ButtonLink kind="text" size="small" to="/episodes/$episodeId" params={{ episodeId: episode.id }}>
        Open episode
      </ButtonLink>
    </>
  )
  return <PrescriptionCard prescription={prescription} diagnoses={standing} actions={actions} />
}

function NoOrder({ episodeId }: { episodeId: Episode['id'] }) {
  return (
    <Section title="Prescription">
      <p className={css.second}>None on file. Many insurers reimburse massage only with one.</p>
      <p>
        <ButtonLink size="small" to="/episodes/$episodeId" params={{ episodeId }}>
          Add prescription
        </ButtonLink>
      </p>
    </Section>
  )
}

function ClaimFacts({ episode }: { episode: Episode }) {
  const payers = useQuery(ask('practice.listPayers', {}))
  const { claim, kind } = episode
  if (!claim) return null
  const payer = payers.data?.find(one => one.id === claim.payerId)
  const missing = <span className={css.missing}>Missing</span>
  return (
    <Section title={CLAIMS[kind]}>
      <Facts
        facts={[
          ['Insurer', payer?.name ?? missing],
          ['Claim', claim.claimNumber || missing],
          ['Injury', claim.injuredOn ? <DateText key="injury" day={claim.injuredOn} /> : missing],
          ...(claim.state ? [['State', claim.state] as const] : []),
          ...(claim.adjuster ? [['Adjuster', claim.adjuster] as const] : []),
          ...(claim.employer ? [['Employer', claim.employer] as const] : []),
        ]}
      />
    </Section>
  )
}

/** Visits booked and letters to write. */
export function Next({ patient }: { patient: PatientHeader }) {
  const visits = useQuery(ask('appointments.listOfPatient', { patientId: patient.id }))
  const letters = useQuery(ask('documents.listLetters', { patientId: patient.id }))
  const today = todayHere()
  const coming = (visits.data ?? [])
    .filter(visit => (visit.status === 'booked' || visit.status === 'confirmed') && dayOf(visit.startsAt) >= today)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
    .slice(0, 4)
  const open = (letters.data ?? []).filter(letter => letter.state !== 'signed')
  const facts = [
    ...open.map(letter => [letter.state === 'due' ? 'Letter due' : 'Letter draft', letter.words] as const),
    ...coming.map(
      visit =>
        [
          <DateText key={visit.id} day={dayOf(visit.startsAt)} form="weekday" />,
          <span key={visit.id}>
            <TimeText at={visit.startsAt} />
            {visit.visitNumber !== null && visit.visitsAllowed !== null && `, visit ${visit.visitNumber} of ${visit.visitsAllowed}`}
          </span>,
        ] as const,
    ),
  ]
  return (
    <Section title="Next">
      {facts.length === 0 ? (
        <p className={css.second}>No visit booked.</p>
      ) : (
        <dl className={css.next}>
          {facts.map(([name, value], index) => (
            <div key={coming[index - open.length]?.id ?? `letter-${index}`}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  )
}
