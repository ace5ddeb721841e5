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
export function Correction({ document }: { document: IssuedDocument }) {
  const { patientId, from, to, version, id } = document
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const issue = useCommand('documents.issueSuperbill')
  const range = { patientId, from: from ?? document.issuedOn, to: to ?? document.issuedOn }
  const preview = useQuery({ ...ask('documents.previewSuperbill', range), enabled: from !== null })
  const differs = preview.data?.issued?.id === id && preview.data.differsFromIssued
  if (!differs) return null
  const correct = (event: { preventDefault(): void }) => {
    event.preventDefault()
    issue.mutate({ ...range, replaces: id, reason }, { onSuccess: paper => void navigate({ to: '/documents/$documentId', params: { documentId: paper.id } }) })
  }
  return (
    <Section title="Corrected version">
      <form className={css.form} onSubmit={correct} noValidate>
        <p className={css.kept}>The records changed since this was issued: charges, payments, diagnoses or names now differ from the paper.</p>
        <Problem tone="care" error={preview.data?.obstacle ? { message: preview.data.obstacle } : null} />
        <TextField label="Reason" value={reason} onChange={setReason} maxLength={200} placeholder="Payment of Nov 24 added" />
        <Problem error={issue.error} />
        <Button type="submit" busy={issue.isPending} disabled={preview.data?.obstacle !== null}>
          {`Issue version ${version + 1}`}
        </Button>
      </form>
    </Section>
  )
}
