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

/** Begins the next version of a signed letter with its words; the practitioner’s to do. */
export function LetterCorrection({ document: { id, version } }: { document: IssuedDocument }) {
  const person = useQuery(ask('access.status', {})).data?.person
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const correct = useCommand('documents.correctLetter')
  if (!person || person.role === 'front-desk') return null
  const begin = (event: { preventDefault(): void }) => {
    event.preventDefault()
    correct.mutate({ documentId: id, reason }, { onSuccess: letter => void navigate({ to: '/letters/$letterId', params: { letterId: letter.id } }) })
  }
  return (
    <Section title="Correct this letter">
      <form className={css.form} onSubmit={begin} noValidate>
        <TextField
          label="What is corrected"
          value={reason}
          onChange={setReason}
          maxLength={200}
          placeholder="Left and right were mixed up"
          error={correct.error?.fields.reason}
        />
        {correct.error && !correct.error.fields.reason && <Problem error={correct.error} />}
        <Button type="submit" size="small" busy={correct.isPending}>
          {`Write version ${version + 1}`}
        </Button>
      </form>
    </Section>
  )
}
