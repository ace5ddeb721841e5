import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReadinessFix } from '../../shared/billing/readiness-item.ts'
import { PatientId } from '../../shared/lib/ids.ts'
import { ask, RequestError, useCommand } from '../lib/api.ts'
import { DetailsFix } from '../patients/details-fix.tsx'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { TextField } from '../ui/text-field.tsx'

const FIELD_WORDS: Readonly<Record<string, { label: string; hint?: string }>> = {
  npi: { label: 'NPI', hint: 'Ten digits, as in the public NPI registry.' },
  organisationNpi: { label: 'Clinic’s own NPI', hint: 'Ten digits, of the clinic as an organization (type 2).' },
  taxonomy: { label: 'Taxonomy code', hint: 'Ten characters, such as 225700000X for a massage therapist.' },
  taxId: { label: 'Tax ID', hint: 'Nine digits, such as 12-3456789.' },
  phone: { label: 'Phone' },
  placeOfService: { label: 'Place of service', hint: 'Two digits: 11 for an office, 12 for the patient’s home.' },
  licenseNumber: { label: 'License number' },
  licenseState: { label: 'State of the license', hint: 'Two letters, such as OR.' },
  licenseExpiresOn: { label: 'License expires on' },
}

const HERE: Readonly<Partial<Record<ReadinessFix['screen'], readonly string[]>>> = {
  clinic: ['taxId', 'phone', 'placeOfService', 'organisationNpi'],
  practitioner: ['npi', 'taxonomy', 'licenseNumber', 'licenseState', 'licenseExpiresOn'],
  prescriber: ['npi'],
  patient: ['bornOn', 'address'],
  policy: ['memberId', 'groupNumber', 'insuredName', 'insuredBornOn'],
}

/** Whether a field or a few at the side of the screen are enough to fix this. */
export const canFixHere = ({ screen, field, refId }: ReadinessFix): boolean =>
  (screen === 'clinic' || refId !== null) && (HERE[screen]?.includes(field) ?? false)

type Target = { title: string; value: string | null; save: (value: string | null) => Promise<unknown> }

/** The record a fix is about, with how its one field is saved; undefined while it is fetched. */
function useTarget({ screen, field, refId }: ReadinessFix): Target | undefined {
  const clinic = useQuery({ ...ask('practice.getClinic', {}), enabled: screen === 'clinic' })
  const practitioners = useQuery({ ...ask('practice.listPractitioners', {}), enabled: screen === 'practitioner' })
  const prescribers = useQuery({ ...ask('practice.listPrescribers', {}), enabled: screen === 'prescriber' })
  const saveClinic = useCommand('practice.saveClinic')
  const savePractitioner = useCommand('practice.savePractitioner')
  const savePrescriber = useCommand('practice.savePrescriber')
  const writtenIn = (record: Readonly<Record<string, unknown>>) => (typeof record[field] === 'string' ? record[field] : null)
  if (screen === 'clinic') {
    const found = clinic.data
    return found && { title: found.name, value: writtenIn(found), save: value => saveClinic.mutateAsync({ ...found, [field]: value ?? '' }) }
  }
  if (screen === 'practitioner') {
    const found = practitioners.data?.find(one => one.id === refId)
    if (!found) return undefined
    const { id, isActive, leftOn, ...fields } = found
    const empty = field === 'licenseExpiresOn' ? null : ''
    return {
      title: found.legalName,
      value: writtenIn(found),
      save: value => savePractitioner.mutateAsync({ id, isActive, leftOn, fields: { ...fields, [field]: value || empty } }),
    }
  }
  const found = prescribers.data?.find(one => one.id === refId)
  if (!found) return undefined
  const { id, ...fields } = found
  return {
    title: [found.name, found.credentials].filter(Boolean).join(', '),
    value: writtenIn(found),
    save: value => savePrescriber.mutateAsync({ id, fields: { ...fields, [field]: value ?? '' } }),
  }
}

/** The refusal of this field, else the whole refusal. */
function sentenceOf(error: unknown, field: string): string {
  const own = error instanceof RequestError ? Object.entries(error.fields).find(([path]) => path.split('.').at(-1) === field)?.[1] : undefined
  return own ?? (error instanceof Error ? error.message : 'Something went wrong. Nothing was saved.')
}

type FixPanelProps = { fix: ReadinessFix; onClose: () => void; onElsewhere: () => void }

/** A field of the clinic, practitioner, prescriber or patient, put right beside the screen without leaving it. */
export function FixPanel(props: FixPanelProps) {
  const { screen, refId } = props.fix
  const patientId = screen === 'patient' || screen === 'policy' ? PatientId.safeParse(refId).data : undefined
  return patientId ? <DetailsFix {...props} patientId={patientId} /> : <OneFieldPanel {...props} />
}

function OneFieldPanel(props: FixPanelProps) {
  const target = useTarget(props.fix)
  return target ? <FixForm {...props} target={target} /> : null
}

function FixForm({ fix, target, onClose, onElsewhere }: FixPanelProps & { target: Target }) {
  const [value, setValue] = useState(target.value)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const [isBusy, setBusy] = useState(false)
  const words = FIELD_WORDS[fix.field] ?? { label: fix.label }
  const save = async () => {
    setBusy(true)
    try {
      await target.save(value === null ? null : value.trim())
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error, fix.field))
    } finally {
      setBusy(false)
    }
  }
  const shared = { label: words.label, error: problem, hint: words.hint, name: fix.field }
  return (
    <FormPanel title={fix.label} note={target.title} save="Save" busy={isBusy} problem={null} onSave={() => void save()} onClose={onClose} width={400}>
      {fix.field === 'licenseExpiresOn' ? (
        <DateField {...shared} value={value} onChange={setValue} />
      ) : (
        <TextField {...shared} value={value ?? ''} onChange={text => setValue(['licenseState', 'taxonomy'].includes(fix.field) ? text.toUpperCase() : text)} />
      )}
      <div>
        <Button size="small" onClick={onElsewhere}>
          Open all fields in Settings
        </Button>
      </div>
    </FormPanel>
  )
}
