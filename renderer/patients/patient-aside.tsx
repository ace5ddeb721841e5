import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatTime } from '../../shared/lib/dates.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import type { PatientHeader, PatientRow } from '../../shared/patients/schema.ts'
import { ask } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Chip } from '../ui/chip.tsx'
import { Problem } from '../ui/messages.tsx'
import { Facts } from '../ui/screen.tsx'
import { DateText, dateInWords } from '../ui/words.tsx'
import { currentEpisodeOf } from './current-episode.ts'
import { nextVisitInWords } from './patient-results.tsx'
import css from './patients.module.css'
import { PrescriptionCell } from './prescription-cell.tsx'
import { usePatientSteps } from './use-patient-steps.ts'

/** Whom the list stands on: enough to be sure it is the right person on the phone, and what can be done at once. */
export function PatientAside({ row }: { row: PatientRow }) {
  const header = useQuery(ask('patients.getHeader', { patientId: row.id }))
  const patient = header.data
  return (
    <div className={css.side}>
      <h2>{patient?.name ?? row.name}</h2>
      <p className={css.second}>
        {[patient?.deceasedOn ? '' : row.age, patient?.sex].filter(part => part !== '' && part !== undefined).join(', ')} · born <DateText day={row.bornOn} />
        {patient?.deceasedOn && (
          <>
            {' · died '}
            <DateText day={patient.deceasedOn} />
          </>
        )}
      </p>
      <Problem error={header.error} />
      {patient && patient.alerts.length > 0 && (
        <ul className={css.chips} aria-label="Alerts">
          {patient.alerts.map(alert => (
            <li key={alert.id}>
              <Chip kind={alert.kind}>{alert.text}</Chip>
            </li>
          ))}
        </ul>
      )}
      <AsideFacts row={row} patient={patient} />
      <Steps row={row} patient={patient} />
    </div>
  )
}

function AsideFacts({ row, patient }: { row: PatientRow; patient: PatientHeader | undefined }) {
  const episodes = useQuery(ask('episodes.list', { patientId: row.id }))
  const details = useQuery(ask('patients.getDetails', { patientId: row.id }))
  const payers = useQuery(ask('practice.listPayers', {}))
  const episode = episodes.data && currentEpisodeOf(episodes.data, patient?.prescription ?? null)
  const payer = payers.data?.find(one => one.id === details.data?.policy?.payerId)
  const facts: [string, ReactNode][] = [
    ['Episode', episode?.condition ?? quiet(episodes.data ? 'None yet' : '')],
    ['Prescription', row.prescription ? <PrescriptionCell key="prescription" use={row.prescription} /> : quiet(row.remark || 'None')],
    ['Last visit', row.lastVisitOn ? dateInWords(row.lastVisitOn, 'short') : quiet('None yet')],
    ['Next visit', row.nextVisitAt ? nextVisitWords(row, patient) : quiet('None')],
    ['Phone', row.phone || quiet('None')],
    ['Insurer', payer?.name ?? quiet(details.data ? 'None, self-pay' : '')],
    ['Balance', formatMoney(row.balance)],
    ...row.mergedNumbers.map((number): [string, ReactNode] => ['Chart', `${number} became part of this one`]),
  ]
  return (
    <div className={css.facts}>
      <Facts facts={facts} />
    </div>
  )
}

const quiet = (words: string) => <span className={css.quiet}>{words}</span>

function nextVisitWords(row: PatientRow, patient: PatientHeader | undefined): ReactNode {
  if (patient?.today?.status === 'in-session') return <b>Now, in session</b>
  if (!row.nextVisitAt) return null
  const words = nextVisitInWords(row.nextVisitAt)
  return words.startsWith('Today') ? words : `${words}, ${formatTime(row.nextVisitAt)}`
}

function Steps({ row, patient }: { row: PatientRow; patient: PatientHeader | undefined }) {
  const steps = usePatientSteps(row.id, patient?.today?.appointmentId)
  useHotkey({ keys: 'mod+enter', label: 'Open today’s note', run: steps.openNote, enabled: steps.hasNote })
  useHotkey({ keys: 'alt+b', label: 'Book a visit', run: steps.book, enabled: !row.isArchived })
  useHotkey({ keys: 'alt+p', label: 'Take payment', run: steps.takePayment })
  const params = { patientId: row.id }
  return (
    <div className={css.steps}>
      <ButtonLink kind="primary" keys="enter" to="/patients/$patientId" params={params}>
        Open chart
      </ButtonLink>
      {patient?.today && (
        <ButtonLink keys="mod+enter" to="/session/$appointmentId" params={{ appointmentId: patient.today.appointmentId }}>
          Open today’s note
        </ButtonLink>
      )}
      {!row.isArchived && (
        <ButtonLink keys="alt+b" to="/calendar" search={{ book: row.id }}>
          Book a visit
        </ButtonLink>
      )}
      <ButtonLink keys="alt+p" to="/patients/$patientId" params={params} search={{ tab: 'billing' }}>
        Take payment
      </ButtonLink>
    </div>
  )
}
