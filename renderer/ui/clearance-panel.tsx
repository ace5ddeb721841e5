import { type ReactNode, useState } from 'react'
import { ContraindicationItem } from '../../shared/health/contraindication-item.ts'
import { factsOf } from '../../shared/health/items.ts'
import { type Clearance, ClearanceFields, type HealthRecord } from '../../shared/health/schema.ts'
import { addDays, type LocalDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Button } from './button.tsx'
import { Status } from './chip.tsx'
import { todayHere } from './clock.ts'
import { DateField } from './date-field.tsx'
import { FieldRow } from './field.tsx'
import { FormPanel } from './form-panel.tsx'
import { Problem } from './messages.tsx'
import { SelectField } from './select-field.tsx'
import { SidePanel } from './side-panel.tsx'
import { TextArea, TextField } from './text-field.tsx'

type ClearancePanelProps = {
  patientId: PatientId
  /** What the clearance is for; null lets one choose. */
  item: ContraindicationItem | null
  /** The one to correct; null for a new one. */
  clearance: Clearance | null
  /** The physician to start from. */
  physician: string
  onClose: () => void
}

/** Days a clearance is offered for at first: about three months. */
const USUAL_DAYS = 90

const CHOICES = ContraindicationItem.options
  .map(value => ({ value, label: factsOf(value).name, class: factsOf(value).class }))
  .filter(choice => choice.class === 'clearance')
  .map(({ value, label }) => ({ value, label }))

/** A physician’s word that massage may be given: what for, by whom, until when, on which terms; then its scan. */
export function ClearancePanel({ patientId, item, clearance, physician, onClose }: ClearancePanelProps) {
  const [saved, setSaved] = useState<Clearance | null>(null)
  const save = useCommand('health.saveClearance')
  const form = useClinicForm({
    schema: ClearanceFields,
    start: startOf(clearance, item, physician),
    sentAs: 'fields',
    keepAs: `clearance ${clearance?.id ?? item ?? 'new'} of ${patientId}`,
  })
  const send = form.submit(async fields => {
    const record = await save.mutateAsync({ patientId, clearanceId: clearance?.id ?? null, fields })
    setSaved(savedIn(record, clearance, fields))
  })
  if (saved) return <ScanPanel patientId={patientId} clearance={saved} onClose={onClose} />
  const given = form.bind('givenOn')
  const expires = form.bind('expiresOn')
  return (
    <FormPanel
      title={clearance ? 'Correct clearance' : 'Add clearance'}
      note="A physician agrees to massage in spite of it, until a day."
      save="Save clearance"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
    >
      <Stack>
        {item === null || clearance ? (
          <SelectField label="What for" choices={CHOICES} searchable {...form.bind('item')} />
        ) : (
          <p>
            For <b>{factsOf(item).name.toLowerCase()}</b>.
          </p>
        )}
        <TextField label="Given by" placeholder="Dr. Amari" {...form.bind('givenBy')} />
        <FieldRow template="1fr 1fr">
          <DateField label="Given on" {...given} onChange={day => given.onChange(day ?? '')} />
          <DateField label="Good until" notBefore={given.value} {...expires} onChange={day => expires.onChange(day ?? '')} />
        </FieldRow>
        <TextArea label="Terms" required={false} rows={2} placeholder="Light pressure, off the abdomen …" {...form.bind('terms')} />
      </Stack>
    </FormPanel>
  )
}

function startOf(clearance: Clearance | null, item: ContraindicationItem | null, physician: string) {
  const today: LocalDate = todayHere()
  if (!clearance) return { item: item ?? ('anticoagulants' as const), givenBy: physician, givenOn: today, expiresOn: addDays(today, USUAL_DAYS), terms: '' }
  const { item: of, givenBy, givenOn, expiresOn, terms } = clearance
  return { item: of, givenBy, givenOn, expiresOn, terms }
}

/** The clearance just written: the corrected one, else the one with the same words. */
function savedIn({ clearances }: HealthRecord, corrected: Clearance | null, fields: ClearanceFields): Clearance | null {
  const isWritten = (one: Clearance) => one.item === fields.item && one.givenBy === fields.givenBy && one.expiresOn === fields.expiresOn
  return clearances.find(one => (corrected ? one.id === corrected.id : isWritten(one))) ?? null
}

function ScanPanel({ patientId, clearance, onClose }: { patientId: PatientId; clearance: Clearance; onClose: () => void }) {
  const attach = useCommand('attachments.attach')
  const choose = () => attach.mutate({ patientId, kind: 'clearance', refId: clearance.id })
  const footer = (
    <Button kind="primary" onClick={onClose}>
      Done
    </Button>
  )
  return (
    <SidePanel title="Clearance saved" onClose={onClose} footer={footer}>
      <Stack>
        <p>Attach its scan, so that it is at hand when somebody asks: PDF, JPEG or PNG up to 20 MB.</p>
        <Problem error={attach.error} />
        {attach.data ? (
          <Status icon="check">{attach.data.name} attached</Status>
        ) : (
          <p>
            <Button icon="folder" busy={attach.isPending} onClick={choose}>
              Attach scan
            </Button>
          </p>
        )}
      </Stack>
    </SidePanel>
  )
}

function Stack({ children }: { children: ReactNode }) {
  return <div style={{ display: 'grid', gap: 16 }}>{children}</div>
}
