import { useQuery } from '@tanstack/react-query'
import { ASK_SUBMIT } from '../../shared/appointments/check-in.ts'
import type { Appointment, CheckInItem } from '../../shared/appointments/schema.ts'
import { ContraindicationItem } from '../../shared/health/contraindication-item.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { ageOn } from '../../shared/lib/dates.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { consentExpiry } from '../../shared/patients/consents.ts'
import { fullName } from '../../shared/patients/names.ts'
import { ask, useCommand } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from './button.tsx'
import css from './check-in.module.css'
import { todayHere } from './clock.ts'
import { AskSubmit, MakeEstimate } from './estimate-step.tsx'
import { Icon } from './icons.tsx'
import { Problem } from './messages.tsx'

type Details = Output<'patients.getDetails'>
type Signing = { items: readonly CheckInItem[]; run: (items: readonly CheckInItem[]) => void; isBusy: boolean }

const OF_AGE = 18
const isSigned = ({ kind }: CheckInItem) => kind === 'consent'

/** What is missing when the patient of a visit arrives, each with the step that settles it in place. Nothing of it stops the visit. */
export function CheckIn({ appointmentId }: { appointmentId: AppointmentId }) {
  const missing = useQuery(ask('appointments.checkIn', { appointmentId }))
  const visit = useQuery(ask('appointments.get', { appointmentId }))
  if (missing.error) return <Problem error={missing.error} />
  if (!missing.data || !visit.data) return null
  if (missing.data.length === 0) {
    return (
      <p className={css.ready} role="status">
        <Icon name="check" size={14} /> Nothing is missing.
      </p>
    )
  }
  return <Missing items={missing.data} visit={visit.data} />
}

function Missing({ items, visit }: { items: readonly CheckInItem[]; visit: Appointment }) {
  const sign = useSigning(visit)
  const consents = items.filter(isSigned)
  return (
    <>
      <ul className={css.list} aria-label={`Missing for ${visit.patientName}`}>
        {items.map(item => (
          <li key={`${item.kind} ${item.key}`} className={css.item}>
            <Icon name="warning" size={14} />
            <span>{item.sentence}</span>
            <span className={css.actions}>
              <Step item={item} visit={visit} signing={{ ...sign, items: [item] }} />
            </span>
          </li>
        ))}
      </ul>
      {consents.length > 1 && (
        <p className={css.all}>
          <Button size="small" busy={sign.isBusy} onClick={() => sign.run(consents)}>
            All {consents.length} signed today
          </Button>
        </p>
      )}
      <Problem error={sign.error} />
    </>
  )
}

/** Keeps that consents were signed today, by the patient or, for a minor, by the guardian. */
function useSigning({ patientId }: Appointment) {
  const details = useQuery(ask('patients.getDetails', { patientId }))
  const rules = useQuery(ask('practice.getDeskRules', {}))
  const record = useCommand('patients.recordConsent')
  const signedOn = todayHere()
  const run = async (items: readonly CheckInItem[]) => {
    if (!details.data || !rules.data) return
    const signedBy = signerOf(details.data, signedOn)
    for (const { key } of items) {
      const kind = rules.data.consents.find(one => one.key === key)
      const expiresOn = consentExpiry(signedOn, kind?.monthsValid ?? null)
      await record.mutateAsync({ patientId, consent: { kind: key, signedOn, expiresOn, signedBy, remark: '' } })
    }
  }
  return { run: (items: readonly CheckInItem[]) => void run(items).catch(() => undefined), isBusy: record.isPending, error: record.error }
}

function signerOf({ patient }: Details, day: ReturnType<typeof todayHere>): string {
  return ageOn(patient.bornOn, day) < OF_AGE && patient.guardianName !== '' ? patient.guardianName : fullName(patient)
}

function Step({ item, visit: { patientId, patientName, episodeId }, signing }: { item: CheckInItem; visit: Appointment; signing: Signing }) {
  const look = { kind: 'text', size: 'small' } as const
  const chart = (tab: 'details' | 'billing' | 'episodes', words: string) => (
    <ButtonLink {...look} to="/patients/$patientId" params={{ patientId }} search={{ tab }}>
      {words}
    </ButtonLink>
  )
  switch (item.kind) {
    case 'estimate':
      return item.key === ASK_SUBMIT ? <AskSubmit patientId={patientId} patientName={patientName} /> : <MakeEstimate patientId={patientId} />
    case 'consent':
      return (
        <Button {...look} busy={signing.isBusy} onClick={() => signing.run(signing.items)} label={`Signed today: ${item.sentence}`}>
          Signed today
        </Button>
      )
    case 'intake':
      return (
        <>
          <PrintIntake patientId={patientId} patientName={patientName} />
          <ButtonLink {...look} to="/patients/$patientId/health" params={{ patientId }} search={{ edit: true }}>
            Enter it
          </ButtonLink>
        </>
      )
    case 'clearance':
      return (
        <ButtonLink {...look} to="/patients/$patientId/health" params={{ patientId }} search={{ clearance: ContraindicationItem.safeParse(item.key).data }}>
          Renew
        </ButtonLink>
      )
    case 'prescription':
      return episodeId === null ? (
        chart('episodes', 'Add it')
      ) : (
        <ButtonLink {...look} to="/episodes/$episodeId" params={{ episodeId }}>
          Add it
        </ButtonLink>
      )
    case 'balance':
      return chart('billing', 'Take payment')
    case 'policy':
    case 'guardian':
    case 'address':
      return chart('details', 'Enter it')
  }
}

function PrintIntake({ patientId, patientName }: Pick<Appointment, 'patientId' | 'patientName'>) {
  const print = useCommand('documents.openIntakeForm')
  return (
    <>
      <Button kind="text" size="small" busy={print.isPending} onClick={() => print.mutate({ patientId })} label={`Print form, intake of ${patientName}`}>
        Print form
      </Button>
      <Problem error={print.error} />
    </>
  )
}
