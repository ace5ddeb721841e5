import { z } from 'zod'
import type { Episode } from '../../shared/episodes/schema.ts'
import { LocalDate } from '../../shared/lib/dates.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { ClaimPapers, OpenPaper } from './claim-papers.tsx'
import { todayHere } from './clock.ts'
import { DateField } from './date-field.tsx'
import { FieldRow } from './field.tsx'
import { FormPanel } from './form-panel.tsx'
import { NumberField } from './number-field.tsx'

const Sheet = z.strictObject({
  from: LocalDate,
  to: LocalDate,
  miles: z.number().min(0.1, 'Enter the miles of one visit.').max(9999, 'That is too far for a visit.').nullable(),
})

/** Makes the log of every visit of an episode, kept or not, with the miles that are claimed for each. */
export function AttendanceLogPanel({ episode, onClose }: { episode: Episode; onClose: () => void }) {
  const issue = useCommand('documents.issueAttendanceLog')
  const open = useCommand('documents.open')
  const form = useClinicForm({ schema: Sheet, start: { from: episode.beganOn, to: todayHere(), miles: null }, keepAs: `attendance log of ${episode.id}` })
  const [from, to] = [form.bind('from'), form.bind('to')]
  const send = form.submit(async ({ from, to, miles }) => {
    const paper = await issue.mutateAsync({ episodeId: episode.id, from, to, tenthsOfMile: miles === null ? null : Math.round(miles * 10) })
    await open.mutateAsync({ documentId: paper.id })
  })
  return (
    <FormPanel
      title="Attendance log"
      note="Every visit that is over: times, hands-on minutes, miles, and those missed or cancelled."
      save="Issue and open"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
      close="Close"
    >
      <ClaimPapers episode={episode} kind="attendance-log" actions={paper => <OpenPaper paper={paper} />} />
      <FieldRow template="1fr 1fr">
        <DateField label="From" {...from} onChange={day => from.onChange(day ?? '')} />
        <DateField label="To" {...to} onChange={day => to.onChange(day ?? '')} />
      </FieldRow>
      <NumberField
        label="Miles there and back"
        hint="The same for every visit attended. Empty: no miles on the log."
        required={false}
        decimals={1}
        step={0.1}
        min={0.1}
        {...form.bind('miles')}
      />
    </FormPanel>
  )
}
