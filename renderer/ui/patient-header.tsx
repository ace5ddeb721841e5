import type { ReactNode } from 'react'
import { formatTime } from '../../shared/lib/dates.ts'
import type { PatientHeader as Patient } from '../../shared/patients/schema.ts'
import { TextLink } from '../lib/links.tsx'
import { Chip, Status } from './chip.tsx'
import { cx } from './cx.ts'
import { Meter } from './meter.tsx'
import css from './patient-header.module.css'
import { DateText, Money } from './words.tsx'

type PatientHeaderProps = {
  patient: Patient
  /** Makes the name lead to the chart, on every screen but the chart itself. */
  linksToChart?: boolean
  /** Buttons at the right end. */
  actions?: ReactNode
}

/** Whose chart, session or check-out this is: name, birth, what can hurt them, what the prescription still allows, what they owe. Never scrolls; give it to `Screen` as `head`. */
export function PatientHeader({ patient, linksToChart = false, actions }: PatientHeaderProps) {
  return (
    <header className={css.header}>
      <Identity patient={patient} linksToChart={linksToChart} />
      <ul className={css.alerts} aria-label="Alerts and consents">
        {patient.alerts.map(alert => (
          <li key={alert.id}>
            <Chip kind={alert.kind}>{alert.text}</Chip>
          </li>
        ))}
        {patient.consentsMissing.map(words => (
          <li key={words}>
            <TextLink to="/patients/$patientId" params={{ patientId: patient.id }} search={{ tab: 'details' }} className={css.consent}>
              <Status icon="pencil" tone="act">
                {words}
              </Status>
            </TextLink>
          </li>
        ))}
      </ul>
      <PrescriptionWords patient={patient} />
      <div className={css.balance}>
        <p className={cx(css.first, patient.balance === 0 && css.quiet)}>
          <Money cents={patient.balance} />
        </p>
        <p className={css.second}>{patient.balance < 0 ? 'Credit' : 'Balance'}</p>
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </header>
  )
}

function Identity({ patient, linksToChart }: { patient: Patient; linksToChart: boolean }) {
  const { id, name, preferredName, pronouns, age, sex, bornOn, chartNumber, guardianName, isArchived, deceasedOn, mergedInto, today } = patient
  return (
    <div className={css.identity}>
      <h1 className={css.name} title={name}>
        {linksToChart ? (
          <TextLink to="/patients/$patientId" params={{ patientId: id }}>
            {name}
          </TextLink>
        ) : (
          name
        )}
      </h1>
      <p className={css.second}>
        {preferredName && `“${preferredName}” · `}
        {[deceasedOn ? '' : age, sex === 'x' ? 'sex X' : sex].filter(part => part !== '').join(', ')}
        {pronouns && ` · ${pronouns}`} · born <DateText day={bornOn} /> · {chartNumber}
        {guardianName && ` · guardian ${guardianName}`}
        {deceasedOn && (
          <>
            {' · died '}
            <DateText day={deceasedOn} />
          </>
        )}
        {isArchived && !deceasedOn && !mergedInto && <b> · archived</b>}
        {today && ` · ${visitWords(today)}`}
      </p>
    </div>
  )
}

const NOW: Readonly<Record<string, string>> = { arrived: 'here for', 'in-session': 'in session since', finished: 'treated at' }
const visitWords = ({ startsAt, status }: NonNullable<Patient['today']>) => `${NOW[status] ?? 'today at'} ${formatTime(startsAt)}`

/** The prescription’s meter with its words, or that there is none. */
function PrescriptionWords({ patient: { prescription } }: { patient: Patient }) {
  if (!prescription) {
    return (
      <div className={css.order}>
        <p className={css.second}>No prescription</p>
      </div>
    )
  }
  const { allowed, used, hasVisitToday, state, words } = prescription
  const [visits, ...rest] = words.split(' · ')
  const isOver = state === 'used-up' || state === 'expired'
  const remark = [hasVisitToday && !isOver && allowed !== null && `Today is visit ${used + 1}`, ...rest].filter(Boolean).join(' · ')
  return (
    <div className={css.order}>
      <p className={css.first}>
        {allowed !== null && <Meter used={used} total={allowed} now={hasVisitToday && !isOver} label={`${used} of ${allowed} visits used`} />}
        <span>{visits}</span>
      </p>
      {remark && <p className={cx(css.second, isOver && css.over)}>{remark.charAt(0).toUpperCase() + remark.slice(1)}</p>}
    </div>
  )
}
