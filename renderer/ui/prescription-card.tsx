import type { ReactNode } from 'react'
import { spokenName } from '../../shared/billing/readiness-words.ts'
import { regionsInWords } from '../../shared/body-chart/regions.ts'
import type { Diagnosis, Prescription } from '../../shared/episodes/schema.ts'
import { overBy, wordsOfUse } from '../../shared/episodes/use-words.ts'
import { isNpi } from '../../shared/practice/identifiers.ts'
import { Status } from './chip.tsx'
import { cx } from './cx.ts'
import { Meter } from './meter.tsx'
import css from './prescription-card.module.css'
import { Facts } from './screen.tsx'
import { DateText } from './words.tsx'

type PrescriptionCardProps = {
  prescription: Prescription
  /** Those the prescription stands for; left out where they are shown beside it. */
  diagnoses?: readonly Diagnosis[]
  /** Where it stands among several: `Used first`. */
  place?: string
  /** What to mind about it, in place of the short list of what it lacks. */
  remarks?: ReactNode
  actions?: ReactNode
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A physician’s order, as the paper it is: how much is used, who wrote it, what it allows and what it asks for. */
export function PrescriptionCard({ prescription, diagnoses, place = '', remarks, actions }: PrescriptionCardProps) {
  const { writtenOn, regions, procedures, requests, authorizationNumber, prescriber, isSigned, saysMedicallyNecessary } = prescription
  const facts: [string, ReactNode][] = [
    ['From', <From key="from" prescriber={prescriber} />],
    ['Visits', visitsInWords(prescription)],
    ['Regions', regions.length > 0 ? sentence(regionsInWords(regions)) : 'Not limited'],
  ]
  if (diagnoses) facts.push(['Diagnosis', <Diagnoses key="diagnoses" diagnoses={diagnoses} />])
  if (procedures.length > 0) facts.push(['Codes', procedures.join(', ')])
  if (authorizationNumber) facts.push(['Authorized', authorizationNumber])
  return (
    <article className={css.card} aria-label={`Prescription of ${prescriber.name}`}>
      <header className={css.head}>
        <h2>Prescription</h2>
        <span className={css.quiet}>
          {place && `${place} · `}
          <DateText day={writtenOn} form="short" />
        </span>
      </header>
      <Use prescription={prescription} />
      <Facts facts={facts} />
      {requests && (
        <div className={css.requests}>
          <p className={css.asks}>{spokenName([prescriber.name, prescriber.credentials].filter(Boolean).join(', '))} asks</p>
          <p>{requests}</p>
        </div>
      )}
      {remarks}
      {(!saysMedicallyNecessary || (!isSigned && !remarks)) && (
        <Lacks isSigned={isSigned || Boolean(remarks)} saysMedicallyNecessary={saysMedicallyNecessary} />
      )}
      {actions && <div className={css.actions}>{actions}</div>}
    </article>
  )
}

function Lacks({ isSigned, saysMedicallyNecessary }: Pick<Prescription, 'isSigned' | 'saysMedicallyNecessary'>) {
  return (
    <ul className={css.lacks}>
      {!isSigned && (
        <li>
          <Status icon="warning" tone="act">
            Not signed by the physician
          </Status>
        </li>
      )}
      {!saysMedicallyNecessary && (
        <li>
          <Status icon="warning">Does not say “medically necessary”</Status>
        </li>
      )}
    </ul>
  )
}

function visitsInWords({ visits, frequency, expiresOn }: Prescription): ReactNode {
  const words = [visits === null ? 'No number given' : String(visits), frequency].filter(Boolean).join(', ')
  return (
    <>
      {words}
      {expiresOn && (
        <>
          , until <DateText day={expiresOn} form="short" />
        </>
      )}
    </>
  )
}

function Use({ prescription: { use } }: { prescription: Prescription }) {
  const isSpent = use.state === 'used-up' || use.state === 'expired'
  const isOver = isSpent || overBy(use) > 0
  const [first = '', ...rest] = wordsOfUse(use).split(/(?=[,:])/)
  return (
    <p className={css.use}>
      {use.allowed !== null && <Meter used={use.used} total={use.allowed} now={use.hasVisitToday && !isSpent} size="small" />}
      <span className={cx(isOver && css.over)}>
        <b>{isSpent && overBy(use) === 0 ? use.words : first}</b>
        {rest.join('')}
      </span>
    </p>
  )
}

function From({ prescriber }: { prescriber: Prescription['prescriber'] }) {
  const { name, credentials, npi } = prescriber
  return (
    <>
      {[name, credentials].filter(Boolean).join(', ')}
      <span className={css.npi}>
        <span className={css.second}>{npi ? `NPI ${npi}` : 'No NPI on file'}</span>
        {(!npi || !isNpi(npi)) && (
          <Status icon="warning" tone="act">
            {npi ? 'Does not add up' : 'Insurers ask for it'}
          </Status>
        )}
      </span>
    </>
  )
}

function Diagnoses({ diagnoses }: { diagnoses: readonly Diagnosis[] }) {
  if (diagnoses.length === 0) {
    return (
      <Status icon="warning" tone="act">
        None on file
      </Status>
    )
  }
  return (
    <ul>
      {diagnoses.map(diagnosis => (
        <li key={diagnosis.id}>
          {diagnosis.code}
          <span className={css.second}>{diagnosis.label}</span>
        </li>
      ))}
    </ul>
  )
}
