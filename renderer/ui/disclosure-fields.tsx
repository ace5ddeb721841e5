import type { DisclosureFields, DisclosureGrounds } from '../../shared/claims/disclosure.ts'
import { releaseWords } from '../../shared/claims/disclosure.ts'
import { ConsentId } from '../../shared/lib/ids.ts'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

/** Nothing chosen yet: on the patient’s release where one is on file. */
export function newDisclosure({ consents: [first], releaseSignedOn }: DisclosureGrounds): DisclosureFields {
  return { disclosedTo: '', purpose: '', consentId: first?.consentId ?? null, onRelease: !first && releaseSignedOn !== null, reason: '' }
}

type DisclosureFormProps = {
  value: DisclosureFields
  onChange: (value: DisclosureFields) => void
  grounds: DisclosureGrounds
  errors: Readonly<Record<string, string>>
}

/** To whom records go, what for, and on what ground. */
export function DisclosureForm({ value, onChange, grounds: { consents, releaseSignedOn }, errors }: DisclosureFormProps) {
  const set = (part: Partial<DisclosureFields>) => onChange({ ...value, ...part })
  const choices = [
    ...consents.map(({ consentId, words }) => ({ value: `consent ${consentId}`, label: words })),
    ...(releaseSignedOn === null ? [] : [{ value: 'release', label: releaseWords(releaseSignedOn) }]),
    { value: 'without', label: 'Without a release, because …' },
  ]
  const chosen = value.consentId !== null ? `consent ${value.consentId}` : value.onRelease ? 'release' : 'without'
  const choose = (ground: string) => {
    const consentId = ConsentId.safeParse(ground.replace('consent ', '')).data ?? null
    set({ consentId, onRelease: ground === 'release', reason: '' })
  }
  return (
    <>
      <TextField
        label="Given to"
        error={errors['disclosure.disclosedTo']}
        value={value.disclosedTo}
        onChange={disclosedTo => set({ disclosedTo })}
        maxLength={160}
      />
      <TextField
        label="What for"
        placeholder="Payment of the claim"
        error={errors['disclosure.purpose']}
        value={value.purpose}
        onChange={purpose => set({ purpose })}
        maxLength={160}
      />
      <SelectField label="On what ground" choices={choices} value={chosen} onChange={choose} />
      {chosen === 'without' && (
        <TextField
          label="Why without"
          hint="Such as: treatment, payment, or the patient asked for them. Some states ask for a release all the same."
          error={errors['disclosure.reason']}
          value={value.reason}
          onChange={reason => set({ reason })}
          maxLength={200}
        />
      )}
    </>
  )
}
