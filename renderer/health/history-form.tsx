import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { HealthHistory } from '../../shared/health/schema.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { withdrawUndo } from '../ui/undo-bar.tsx'
import { draftOf, type HistoryForm as Form, HistoryDraft, historyOf } from './history-draft.ts'
import css from './history-form.module.css'
import { ConditionRows, MedicationRows } from './item-rows.tsx'
import { AllergyRows, SurgeryRows } from './plain-rows.tsx'

type HistoryFormProps = { patientId: PatientId; history: HealthHistory | null; asksPregnancy: boolean; onClose: () => void }

/** The intake form on screen, in the order of the paper one, typed from top to bottom with Tab. What is typed stays until it is saved. */
export function HistoryForm({ patientId, history, asksPregnancy, onClose }: HistoryFormProps) {
  const save = useCommand('health.save')
  const form = useClinicForm({ schema: HistoryDraft, start: draftOf(history, todayHere()), sentAs: 'history', keepAs: `health history of ${patientId}` })
  const send = form.submit(async values => {
    await save.mutateAsync({ patientId, ...historyOf(values) })
    withdrawUndo()
    onClose()
  })
  const refusal = form.bind('goalOfVisit').error ?? form.bind('remark').error
  const tooLong = refusal === undefined ? null : { message: `What is written under “People and wishes”: ${refusal}` }
  useHotkey({ keys: 'mod+enter', label: 'Save health history', run: () => void send() })
  const sheet = useRef<HTMLFormElement>(null)
  useEffect(() => sheet.current?.querySelector<HTMLElement>('[aria-label="Conditions"] input')?.focus(), [])
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose()
  }
  return (
    <form ref={sheet} className={css.sheet} onSubmit={event => event.preventDefault()} onKeyDown={closeOnEscape} noValidate>
      {form.wasKept && <Problem tone="care" error={{ message: 'What was typed before is here again, not saved yet.' }} />}
      <Section title="Conditions" note="What it means for massage is told from the name; it is a proposal.">
        <ConditionRows form={form} />
      </Section>
      <Section title="Medications">
        <MedicationRows form={form} />
      </Section>
      <Section title="Allergies">
        <AllergyRows form={form} />
      </Section>
      <Section title="Surgeries">
        <SurgeryRows form={form} />
      </Section>
      {asksPregnancy && <PregnancyFields form={form} />}
      <PeopleFields form={form} />
      <div className={css.bar}>
        <Button kind="primary" keys="mod+enter" busy={form.isBusy} onClick={() => void send()}>
          Save health history
        </Button>
        <Button onClick={onClose}>Close</Button>
        {form.isChanged && (
          <Button
            kind="text"
            onClick={() => {
              form.hook.reset()
              onClose()
            }}
          >
            Drop what was typed
          </Button>
        )}
        <span className={css.grow}>
          <Problem error={form.problem ?? tooLong} />
        </span>
      </div>
    </form>
  )
}

const PREGNANCY = [
  { value: 'not-asked', label: 'Not asked' },
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
  { value: 'possible', label: 'Possibly' },
] as const

function PregnancyFields({ form }: { form: Form }) {
  const state = form.bind('pregnancy.state')
  const due = form.bind('pregnancy.dueOn')
  return (
    <Section title="Pregnancy">
      <FieldRow template="auto 160px 1fr">
        <Segmented label="Pregnant" withLabel choices={PREGNANCY} value={state.value} onChange={state.onChange} error={state.error} />
        {state.value === 'yes' ? <DateField label="Due" required={false} {...due} /> : <span />}
        {state.value === 'yes' || state.value === 'possible' ? (
          <TextField label="Remark" required={false} placeholder="Week, complications" {...form.bind('pregnancy.remark')} />
        ) : (
          <span />
        )}
      </FieldRow>
    </Section>
  )
}

function PeopleFields({ form }: { form: Form }) {
  const taken = form.bind('takenOn')
  const prescribers = useQuery(ask('practice.listPrescribers', {}))
  const hint = prescribers.data
    ?.slice(0, 3)
    .map(({ name }) => name)
    .join(', ')
  return (
    <Section title="People and wishes">
      <FieldRow template="1fr 1fr 1fr">
        <TextField label="Physician" required={false} placeholder={hint} {...form.bind('physician')} />
        <TextField label="Emergency contact" required={false} {...form.bind('emergencyName')} />
        <TextField label="Their phone" type="tel" required={false} {...form.bind('emergencyPhone')} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <TextArea label="What the patient hopes for" required={false} rows={2} {...form.bind('goalOfVisit')} />
        <TextArea label="Remark" required={false} rows={2} {...form.bind('remark')} />
      </FieldRow>
      <FieldRow template="180px 1fr">
        <DateField label="Told on" {...taken} onChange={day => taken.onChange(day ?? '')} hint="The date on the paper form." />
        <span />
      </FieldRow>
    </Section>
  )
}
