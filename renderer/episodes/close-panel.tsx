import { z } from 'zod'
import type { Episode } from '../../shared/episodes/schema.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import { line } from '../../shared/lib/text.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { TextField } from '../ui/text-field.tsx'

const Closing = z.strictObject({ closedOn: LocalDate, reason: line('the reason', 200) })

/** Ends the course of treatment; it can be opened again. */
export function ClosePanel({ episode, onClose }: { episode: Episode; onClose: () => void }) {
  const close = useCommand('episodes.close')
  const form = useClinicForm({ schema: Closing, start: { closedOn: todayHere(), reason: '' } })
  const closedOn = form.bind('closedOn')
  const send = form.submit(async values => {
    await close.mutateAsync({ episodeId: episode.id, ...values, kind: 'other', finalMeasures: null, cancelBookings: [] })
    onClose()
  })
  return (
    <FormPanel
      title="Close episode"
      note="Notes, invoices and papers stay. It can be opened again."
      save="Close episode"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
    >
      <TextField label="Reason" placeholder="Goals met" maxLength={200} {...form.bind('reason')} />
      <DateField label="Closed on" {...closedOn} onChange={day => closedOn.onChange(day ?? '')} />
    </FormPanel>
  )
}
