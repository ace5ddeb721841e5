import { useState } from 'react'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { PackageDetail } from '../../shared/packages/schema.ts'
import { useCommand } from '../lib/api.ts'
import { DateField } from '../ui/date-field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { OverWork } from '../ui/over-work.tsx'
import { TextField } from '../ui/text-field.tsx'
import { dateInWords } from '../ui/words.tsx'

/** Lets a package be used until a later day; the reason is kept with it. */
export function ExtendPanel({ one, onClose }: { one: PackageDetail; onClose: () => void }) {
  const extend = useCommand('packages.extend')
  const [until, setUntil] = useState<LocalDate | null>(null)
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const refused = extend.error?.fields
  const save = () => {
    setAsked(true)
    if (until !== null && reason.trim() !== '') extend.mutate({ packageId: one.id, until, reason }, { onSuccess: onClose })
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
        <DateField
          label="New last day"
          value={until}
          notBefore={one.expiresOn ?? undefined}
          onChange={setUntil}
          error={refused?.until ?? (isAsked && until === null ? 'Enter the new last day.' : undefined)}
        />
        <TextField
          label="Reason"
          value={reason}
          onChange={setReason}
          maxLength={200}
          error={refused?.reason ?? (isAsked && reason.trim() === '' ? 'Say why. The reason is kept.' : undefined)}
        />
      </FormPanel>
    </OverWork>
  )
}
