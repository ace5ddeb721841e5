import type { BatchRow } from '../../shared/documents/batch.ts'
import { useCommand } from '../lib/api.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'

/** Issues the next version of a superbill whose records changed, without leaving the list. */
export function CorrectionPanel({ row, onClose }: { row: BatchRow; onClose: () => void }) {
  const { issued, patientName } = row
  const correct = useCommand('documents.correctSuperbill')
  const draft = useKeptDraft({ reason: '' }, `correction of ${issued?.id ?? row.key}`)
  const { reason } = draft.values
  if (!issued) return null
  const save = () =>
    correct.mutate(
      { documentId: issued.id, reason },
      {
        onSuccess: paper => {
          offerUndo(`${paper.number}, version ${paper.version}, is issued. Version ${paper.version - 1} is kept.`)
          draft.markSaved()
          onClose()
        },
      },
    )
  const { error } = correct
  return (
    <FormPanel
      title={`Issue version ${issued.version + 1}`}
      note={`${issued.number}, ${patientName}`}
      save="Issue corrected version"
      busy={correct.isPending}
      problem={error && !error.fields.reason ? error : null}
      onSave={save}
      onClose={onClose}
      width={400}
    >
      <KeptNote form={draft} />
      <TextField
        label="What is corrected"
        name="reason"
        value={reason}
        onChange={typed => draft.change({ reason: typed })}
        maxLength={200}
        error={error?.fields.reason}
        hint="It is kept with the paper."
      />
    </FormPanel>
  )
}
