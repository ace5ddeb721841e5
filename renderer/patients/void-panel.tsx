import { z } from 'zod'
import { line } from '../../shared/lib/text.ts'
import { useClinicForm } from '../lib/forms.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './chart.module.css'

const Why = z.strictObject({ reason: line('the reason', 200) })

type VoidPanelProps = { title: string; words: string; placeholder: string; send: (reason: string) => Promise<unknown>; onClose: () => void }

/** Voids an invoice or a payment; the reason is kept. */
export function VoidPanel({ title, words, placeholder, send, onClose }: VoidPanelProps) {
  const form = useClinicForm({ schema: Why, start: { reason: '' } })
  const submit = form.submit(async ({ reason }) => {
    await send(reason)
    onClose()
  })
  return (
    <FormPanel title={title} save="Void" busy={form.isBusy} problem={form.problem} onSave={() => void submit()} onClose={onClose}>
      <p className={css.second}>{words}</p>
      <TextField label="Reason" placeholder={placeholder} maxLength={200} {...form.bind('reason')} />
    </FormPanel>
  )
}
