import { useState } from 'react'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { PackageDetail } from '../../shared/packages/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { DateField } from '../ui/date-field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { OverWork } from '../ui/over-work.tsx'
import { TextField } from '../ui/text-field.tsx'
import { dateInWords } from '../ui/words.tsx'

type Draft = { until: LocalDate | null; reason: string }
const BLANK: Draft = { until: null, reason: '' }

/** Lets a package be used until a later day; the reason is kept with it. */
export function ExtendPanel({ one, onClose }: { one: PackageDetail; onClose: () => void }) {
  const extend = useCommand('packages.extend')
  const draft = useKeptDraft<Draft>(BLANK, `more time for package ${one.id}`)
  const { until, reason } = draft.values
  const [isAsked, setAsked] = useState(false)
  const refused = extend.error?.fields
  const close = () => {
    draft.markSaved()
    onClose()
  }
  const save = () => {
    setAsked(true)
    if (until === null || reason.trim() === '') return
    draft.markSending(true)
    extend.mutate({ packageId: one.id, until, reason }, { onSuccess: close, onSettled: () => draft.markSending(false) })
  }
  return (
    <OverWork>
      <FormPanel
        title="Let it be used longer"
        note={`${one.name} of ${one.patientName}${one.expiresOn === null ? '' : `, until now ${dateInWords(one.expiresOn)}`}`}
        save="Save last day"
        busy={extend.isPending}
        problem={refused ? null : extend.error}
        onSave={save}
        onClose={onClose}
      >
        <KeptNote form={draft} />
        <DateField
          label="New last day"
          value={until}
          notBefore={one.expiresOn ?? undefined}
          onChange={day => draft.change({ until: day })}
          error={refused?.until ?? (isAsked && until === null ? 'Enter the new last day.' : undefined)}
        />
        <TextField
          label="Reason"
          value={reason}
          onChange={typed => draft.change({ reason: typed })}
          maxLength={200}
          error={refused?.reason ?? (isAsked && reason.trim() === '' ? 'Say why. The reason is kept.' : undefined)}
        />
      </FormPanel>
    </OverWork>
  )
}
