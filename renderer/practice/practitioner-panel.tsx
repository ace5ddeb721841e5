import { useState } from 'react'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { Hue } from '../../shared/practice/colours.ts'
import { type Practitioner, PractitionerFields } from '../../shared/practice/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Checkbox } from '../ui/checks.tsx'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { BookedAheadList } from './booked-ahead-list.tsx'
import desk from './desk.module.css'
import { PractitionerFieldset } from './practitioner-fields.tsx'
import { PractitionerWork } from './practitioner-work.tsx'

const blank = {
  legalName: '',
  credentials: 'LMT',
  licenseNumber: '',
  licenseState: '' as const,
  licenseExpiresOn: null,
  npi: '',
  taxonomy: '225700000X',
  trainingHours: null,
  techniques: '',
  signatureOnFile: false,
  hours: null,
  visitTypeIds: [],
}

type PractitionerPanelProps = { practitioner: Practitioner | null; others: readonly Practitioner[]; onClose: () => void }

/** One practitioner: what papers say, when they work and what they give; and the day someone left. */
export function PractitionerPanel({ practitioner, others, onClose }: PractitionerPanelProps) {
  const save = useCommand('practice.savePractitioner')
  const [hasLeft, setLeft] = useState(practitioner?.isActive === false)
  const [leftOn, setLeftOn] = useState<LocalDate | null>(practitioner?.leftOn ?? todayHere())
  const start = practitioner ? PractitionerFields.strip().parse(practitioner) : { ...blank, colour: unusedHue(others) }
  const form = useClinicForm({ schema: PractitionerFields, start, sentAs: 'fields', keepAs: `practitioner ${practitioner?.id ?? 'new'}` })
  const send = form.submit(async fields => {
    await save.mutateAsync({ id: practitioner?.id ?? null, fields, isActive: !hasLeft, leftOn: hasLeft ? leftOn : null })
    onClose()
  })
  return (
    <FormPanel
      title={practitioner ? practitioner.legalName : 'New practitioner'}
      save="Save practitioner"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
      width={620}
    >
      <PractitionerFieldset form={form} />
      <Checkbox label="Signature on file" hint="Prints “Signature on file” where a paper asks for it." {...form.bind('signatureOnFile')} />
      <PractitionerWork form={form} />
      {practitioner && (
        <div className={desk.group}>
          <Checkbox label="Left the clinic" hint="Stays on old notes and papers, but cannot be booked any more." value={hasLeft} onChange={setLeft} />
          {hasLeft && <DateField label="Last day here" value={leftOn} onChange={setLeftOn} error={save.error?.fields.leftOn} />}
          {hasLeft && leftOn && <BookedAheadList practitionerId={practitioner.id} from={leftOn} name={practitioner.legalName} />}
        </div>
      )}
    </FormPanel>
  )
}

/** A hue that nobody who works here has yet. */
function unusedHue(others: readonly Practitioner[]): Hue {
  return Hue.options.find(hue => !others.some(({ colour, isActive }) => isActive && colour === hue)) ?? 'teal'
}
