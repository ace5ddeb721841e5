import { useState } from 'react'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { Alert } from '../../shared/patients/schema.ts'
import { useCommand } from '../lib/api.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './sheet.module.css'

type Draft = { key: string; kind: Alert['kind']; text: string }

const KINDS = [
  { value: 'never', label: 'Never' },
  { value: 'care', label: 'With care' },
] as const

/** What can hurt this patient, one sentence each, as the header shows it. */
export function AlertsForm({ patientId, alerts }: { patientId: PatientId; alerts: readonly Alert[] }) {
  const save = useCommand('patients.saveAlerts')
  const [drafts, setDrafts] = useState<readonly Draft[]>(alerts.map(({ id, kind, text }) => ({ key: id, kind, text })))
  const change = (key: string, to: Partial<Draft>) => setDrafts(drafts.map(draft => (draft.key === key ? { ...draft, ...to } : draft)))
  const isChanged = JSON.stringify(drafts.map(({ kind, text }) => [kind, text])) !== JSON.stringify(alerts.map(({ kind, text }) => [kind, text]))
  const send = () => save.mutate({ patientId, alerts: drafts.map(({ kind, text }) => ({ kind, text })) })
  return (
    <Section title="Alerts">
      <p className={css.quiet}>Shown in red or amber wherever the patient is treated. Say it all in one sentence: “Avoid left calf: varicose veins”.</p>
      <ul>
        {drafts.map((draft, index) => (
          <li key={draft.key} className={css.alert}>
            <Segmented label={`How grave, alert ${index + 1}`} size="small" value={draft.kind} onChange={kind => change(draft.key, { kind })} choices={KINDS} />
            <TextField
              label={`Alert ${index + 1}`}
              bare
              value={draft.text}
              maxLength={120}
              placeholder="What to avoid, and why"
              error={save.error?.fields[`alerts.${index}.text`]}
              onChange={text => change(draft.key, { text })}
            />
            <IconButton icon="close" size="small" label={`Remove alert ${index + 1}`} onClick={() => setDrafts(drafts.filter(one => one.key !== draft.key))} />
          </li>
        ))}
      </ul>
      <Problem error={save.error && Object.keys(save.error.fields).length === 0 ? save.error : null} />
      <p className={css.tools}>
        <Button size="small" icon="plus" onClick={() => setDrafts([...drafts, { key: crypto.randomUUID(), kind: 'never', text: '' }])}>
          Add alert
        </Button>
        {isChanged && (
          <Button size="small" busy={save.isPending} onClick={send}>
            Save alerts
          </Button>
        )}
      </p>
    </Section>
  )
}
