import { z } from 'zod'
import { LocalDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { line } from '../../shared/lib/text.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { TextArea } from '../ui/text-field.tsx'

const Refusal = z.strictObject({ on: LocalDate, reason: line('what the patient said', 300) })

/** Notes that the patient would not complete the intake, and why. An earlier history stays in force. */
export function RefusalPanel({ patientId, onClose }: { patientId: PatientId; onClose: () => void }) {
  const save = useCommand('health.recordRefusal')
  const form = useClinicForm({ schema: Refusal, start: { on: todayHere(), reason: '' }, keepAs: `intake refusal of ${patientId}` })
  const send = form.submit(async values => {
    await save.mutateAsync({ patientId, ...values })
    onClose()
  })
  const on = form.bind('on')
  return (
    <FormPanel
      title="Patient declines the intake"
      note="Kept with the chart; the eight screening questions are asked at every visit all the same."
      save="Record refusal"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
    >
      <div style={{ display: 'grid', gap: 16 }}>
        <TextArea label="What the patient said" rows={2} {...form.bind('reason')} />
        <DateField label="On" {...on} onChange={day => on.onChange(day ?? '')} />
      </div>
    </FormPanel>
  )
}
