import { useQuery } from '@tanstack/react-query'
import { type ChangeEvent, useState } from 'react'
import { Clinic } from '../../shared/practice/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { type Bound, useClinicForm } from '../lib/forms.ts'
import { Button } from '../ui/button.tsx'
import { FieldRow } from '../ui/field.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ClinicFields } from './clinic-fields.tsx'
import { SaveForm, SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'

/** How the clinic appears on papers. */
export function ClinicSection() {
  const clinic = useQuery(ask('practice.getClinic', {}))
  return (
    <SectionFrame title="Clinic" note="Printed on every paper from now on. Papers already issued keep what they said.">
      <Problem error={clinic.error} />
      {clinic.isPending && <Waiting />}
      {clinic.data && <ClinicForm clinic={clinic.data} />}
    </SectionFrame>
  )
}

function ClinicForm({ clinic }: { clinic: Clinic }) {
  const save = useCommand('practice.saveClinic')
  const form = useClinicForm({ schema: Clinic, start: clinic, keepAs: 'clinic' })
  // What other sections keep of the profile stays as it is by now, also where this form came back half typed.
  const { opensAt, closesAt, noShowUsesVisit } = clinic
  const send = form.submit(values => save.mutateAsync({ ...values, opensAt, closesAt, noShowUsesVisit }))
  return (
    <SaveForm isBusy={form.isBusy} isChanged={form.isChanged} isSaved={save.isSuccess} problem={form.problem} onSave={() => void send()}>
      <div className={css.part}>
        <ClinicFields form={form} />
        <FieldRow template="1fr 1fr 1fr">
          <TextField label="Fax" type="tel" required={false} {...form.bind('fax')} />
          <TextField label="Organization NPI" inputMode="numeric" maxLength={10} required={false} {...form.bind('organisationNpi')} />
          <TextField label="Place of service" maxLength={2} hint="11 is an office, 12 the patient’s home." {...form.bind('placeOfService')} />
        </FieldRow>
        <LogoField {...form.bind('logo')} />
      </div>
      <div className={css.part}>
        <Segmented
          label="Paper"
          withLabel
          choices={[
            { value: 'letter', label: 'US Letter' },
            { value: 'a4', label: 'A4' },
          ]}
          {...form.bind('paperSize')}
        />
      </div>
    </SaveForm>
  )
}

/** The letterhead's picture, kept as a data URL. */
function LogoField({ value, onChange, error }: Bound<string>) {
  const [problem, setProblem] = useState<string>()
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (!file) return
    const isFit = ['image/png', 'image/jpeg'].includes(file.type) && file.size <= 500_000
    const picture = isFit ? await asDataUrl(file) : ''
    const isPicture = picture !== '' && (await canBeShown(picture))
    setProblem(isPicture ? undefined : isFit ? 'This file is no picture that can be printed. Choose another.' : 'Use a PNG or JPEG under 500 KB.')
    if (isPicture) onChange(picture)
  }
  return (
    <div className={css.row}>
      {value && <img className={css.logo} src={value} alt="Logo on the letterhead" />}
      <label>
        <input className={css.file} type="file" accept="image/png,image/jpeg" onChange={event => void read(event)} aria-label="Logo file" />
        <span className={css.dim}>Logo on the letterhead, PNG or JPEG: </span>
        <u>{value ? 'replace' : 'choose a file'}</u>
      </label>
      {value && (
        <Button kind="text" size="small" onClick={() => onChange('')}>
          Remove
        </Button>
      )}
      <Problem error={(problem ?? error) ? { message: problem ?? error ?? '' } : null} />
    </div>
  )
}

function asDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => (typeof reader.result === 'string' ? resolve(reader.result) : reject(new Error('The picture could not be read.')))
    reader.onerror = () => reject(new Error('The picture could not be read.'))
    reader.readAsDataURL(file)
  })
}

/** Whether it really is a picture, whatever the file is called: it is printed on every paper. */
function canBeShown(dataUrl: string): Promise<boolean> {
  const picture = new Image()
  picture.src = dataUrl
  return picture.decode().then(
    () => true,
    () => false,
  )
}
