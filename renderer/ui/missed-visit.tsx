import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Appointment, MissedPolicy } from '../../shared/appointments/schema.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { type Cents, formatMoney } from '../../shared/lib/money.ts'
import { ask, request, useCommand } from '../lib/api.ts'
import { Checkbox } from './checks.tsx'
import { cx } from './cx.ts'
import { FormPanel } from './form-panel.tsx'
import css from './missed-visit.module.css'
import { MoneyField } from './number-field.tsx'
import { OfferTheTime } from './offer-the-time.tsx'
import { Segmented } from './segmented.tsx'
import { TextField } from './text-field.tsx'
import { offerUndo } from './undo-bar.tsx'

type MissedVisitPanelProps = { appointmentId: AppointmentId; patientName: string; status: 'no-show' | 'cancelled'; onClose: () => void }
type CancelledBy = 'patient' | 'clinic'

/** What missing a visit costs, in one sentence: the clinic’s own cancellations cost nothing. */
export function policySentence(policy: MissedPolicy | undefined, by: CancelledBy): string {
  if (by === 'clinic') return 'Cancelled by the clinic: no fee, and no visit of the prescription is used.'
  return policy?.sentence ?? ''
}

type FeeChoice = { by: CancelledBy; status: 'no-show' | 'cancelled'; charges: boolean | null; amount: Cents | null }

/** The fee that will be charged: the policy’s or the one typed; null for none, and always where the clinic cancels or there was notice enough. */
function feeToCharge(policy: MissedPolicy, { by, status, charges, amount }: FeeChoice): Cents | null {
  const isDue = by === 'patient' && (status === 'no-show' || policy.isLate)
  const fee = amount ?? policy.fee
  return isDue && fee > 0 && (charges ?? policy.fee > 0) ? fee : null
}

/** Marks a visit as cancelled or missed: why, what it costs under the clinic’s policy, and whom to offer the time. */
export function MissedVisitPanel({ appointmentId, patientName, status, onClose }: MissedVisitPanelProps) {
  const policy = useQuery(ask('appointments.missedPolicy', { appointmentId, status }))
  const visit = useQuery(ask('appointments.get', { appointmentId }))
  const rules = useQuery(ask('practice.getDeskRules', {}))
  const [reason, setReason] = useState('')
  const [by, setBy] = useState<CancelledBy>('patient')
  const [charges, setCharges] = useState<boolean | null>(null)
  const [amount, setAmount] = useState<Cents | null>(null)
  const [before, setBefore] = useState<Appointment | null>(null)
  const isCharged = by === 'patient' && (status === 'no-show' || policy.data?.isLate === true)
  const fee = amount ?? policy.data?.fee ?? null
  const willCharge = policy.data !== undefined && feeToCharge(policy.data, { by, status, charges, amount }) !== null
  const { miss, isBusy, problem } = useMissVisit({ appointmentId, patientName, status })
  const verb = status === 'no-show' ? 'Mark as not come' : 'Cancel visit'
  const save = async () => {
    // A quick press comes before the policy is read: it waits for it, or the fee would be forgotten.
    const was = visit.data ?? (await visit.refetch()).data
    const rule = policy.data ?? (await policy.refetch()).data
    if (!was || !rule) return
    if (await miss({ was, reason, cancelledBy: by, charge: feeToCharge(rule, { by, status, charges, amount }) })) setBefore(was)
  }
  if (before) return <OfferTheTime visit={before} onClose={onClose} />
  return (
    <FormPanel
      title={status === 'no-show' ? 'Did not come' : 'Cancel visit'}
      note={patientName}
      save={verb}
      busy={isBusy}
      problem={problem ?? visit.error ?? policy.error ?? rules.error}
      onSave={() => void save()}
      onClose={onClose}
      close={status === 'no-show' ? 'Back' : 'Keep visit'}
    >
      {status === 'cancelled' && (
        <Segmented
          label="Cancelled by"
          withLabel
          value={by}
          onChange={setBy}
          choices={[
            { value: 'patient', label: 'The patient' },
            { value: 'clinic', label: 'The clinic' },
          ]}
        />
      )}
      <ReasonFields reasons={rules.data?.cancelReasons ?? []} value={reason} onChange={setReason} />
      <p role="status">{policySentence(policy.data, by)}</p>
      {isCharged && (
        <div className={css.fee}>
          <Checkbox
            label={`Charge ${fee ? formatMoney(fee) : 'a fee'}`}
            value={willCharge || (charges ?? false)}
            onChange={setCharges}
            hint="Billed to the patient, never on a superbill."
          />
          <MoneyField label="Fee" value={fee} onChange={setAmount} />
        </div>
      )}
    </FormPanel>
  )
}

/** The clinic’s usual reasons, one arrow key apart, or other words. */
function ReasonFields({ reasons, value, onChange }: { reasons: readonly string[]; value: string; onChange: (reason: string) => void }) {
  const name = useId()
  return (
    <div className={css.stack}>
      {reasons.length > 0 && (
        <fieldset className={css.reasons}>
          <legend className={css.label}>Reason</legend>
          <div className={css.choices}>
            {reasons.map(reason => (
              <label key={reason} className={cx(css.choice, value === reason && css.on)}>
                <input type="radio" name={name} className={css.radio} checked={value === reason} onChange={() => onChange(reason)} />
                {reason}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <TextField label={reasons.length > 0 ? 'Or in other words' : 'Reason'} value={reasons.includes(value) ? '' : value} onChange={onChange} />
    </div>
  )
}

type Miss = { was: Appointment; reason: string; cancelledBy: CancelledBy; charge: Cents | null }

/** Takes the step and charges the fee; a fee that could not be charged is said, and the step stays. Undo takes both back. */
function useMissVisit({ appointmentId, patientName, status }: Omit<MissedVisitPanelProps, 'onClose'>) {
  const setStatus = useCommand('appointments.setStatus')
  const charge = useCommand('billing.chargeMissed')
  const [problem, setProblem] = useState<{ message: string } | null>(null)
  const putBack = async (was: Appointment['status'], invoiceId: Appointment['invoiceId']) => {
    if (invoiceId) await request('billing.voidInvoice', { invoiceId, reason: 'The visit was put back.' })
    await setStatus.mutateAsync({ appointmentId, status: was, reason: '' })
  }
  const miss = async ({ was, reason, cancelledBy, charge: amount }: Miss): Promise<boolean> => {
    setProblem(null)
    try {
      await setStatus.mutateAsync({ appointmentId, status, reason, cancelledBy })
      const words = status === 'no-show' ? `${patientName} is marked as not come.` : `${patientName}’s visit is cancelled.`
      const invoice = amount === null ? null : await charge.mutateAsync({ appointmentId, amount })
      offerUndo(invoice && amount ? `${words} The fee of ${formatMoney(amount)} is charged.` : words, () => {
        putBack(was.status, invoice?.id ?? null).catch((error: unknown) => offerUndo(error instanceof Error ? error.message : 'Nothing was taken back.'))
      })
      return true
    } catch (error) {
      setProblem({ message: error instanceof Error ? error.message : 'Something went wrong.' })
      return false
    }
  }
  return { miss, isBusy: setStatus.isPending || charge.isPending, problem }
}
