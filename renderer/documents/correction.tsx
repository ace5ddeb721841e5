import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './documents.module.css'

/** Offers the next version of a superbill where the records now say something else than the paper. Draws nothing where they agree. */
export function Correction({ document: { id, version } }: { document: IssuedDocument }) {
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const issue = useCommand('documents.correctSuperbill')
  const preview = useQuery(ask('documents.previewCorrection', { documentId: id }))
  if (!preview.data?.differs) return null
  const { obstacle } = preview.data
  const correct = (event: { preventDefault(): void }) => {
    event.preventDefault()
    issue.mutate({ documentId: id, reason }, { onSuccess: paper => void navigate({ to: '/documents/$documentId', params: { documentId: paper.id } }) })
  }
  return (
    <Section title="Corrected version">
      <form className={css.form} onSubmit={correct} noValidate>
        <p className={css.kept}>The records changed since this was issued: charges, payments, diagnoses or names now differ from the paper.</p>
        <Problem tone="care" error={obstacle ? { message: obstacle } : null} />
        <TextField
          label="Reason"
          value={reason}
          onChange={setReason}
          maxLength={200}
          placeholder="Payment of Nov 24 added"
          error={issue.error?.fields.reason}
        />
        <Problem error={issue.error && !issue.error.fields.reason ? issue.error : null} />
        <Button type="submit" busy={issue.isPending} disabled={obstacle !== null}>
          {`Issue version ${version + 1}`}
        </Button>
      </form>
    </Section>
  )
}
