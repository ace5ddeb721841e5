import { formatDate } from '../lib/dates.ts'
import type { Guarantor, MergePreview, Patient, PatientFields, PolicyFields } from './schema.ts'
import { PatientFields as Fields } from './schema.ts'

type Key = keyof PatientFields
/** What is chosen together, with its words on one chart; empty where the chart says nothing. */
type Part = { readonly key: string; readonly label: string; readonly fields: readonly Key[]; readonly words: (patient: Patient) => string }

const plain = (
  key: Key &
    ('firstName' | 'middleName' | 'lastName' | 'suffix' | 'preferredName' | 'pronouns' | 'phone' | 'otherPhone' | 'email' | 'referralSource' | 'remark'),
  label: string,
): Part => ({
  key,
  label,
  fields: [key],
  words: patient => patient[key],
})
const joined = (parts: readonly string[]) => parts.filter(part => part !== '').join(', ')
const SEXES = { '': '', female: 'Female', male: 'Male', x: 'X' } as const

const PARTS: readonly Part[] = [
  plain('firstName', 'First name'),
  plain('middleName', 'Middle name'),
  plain('lastName', 'Last name'),
  plain('suffix', 'Suffix'),
  { key: 'bornOn', label: 'Birth date', fields: ['bornOn'], words: ({ bornOn }) => formatDate(bornOn) },
  { key: 'sex', label: 'Sex', fields: ['sex'], words: ({ sex }) => SEXES[sex] },
  plain('preferredName', 'Goes by'),
  plain('pronouns', 'Pronouns'),
  plain('phone', 'Phone'),
  plain('otherPhone', 'Other phone'),
  plain('email', 'E-mail'),
  { key: 'address', label: 'Address', fields: ['address'], words: ({ address: a }) => joined([a.street, a.street2, a.city, `${a.state} ${a.zip}`.trim()]) },
  {
    key: 'guardian',
    label: 'Guardian',
    fields: ['guardianName', 'guardianRelation', 'guardianPhone'],
    words: patient => joined([patient.guardianName, patient.guardianRelation, patient.guardianPhone]),
  },
  { key: 'guarantor', label: 'Who pays', fields: ['guarantor'], words: ({ guarantor }) => payerWords(guarantor) },
  {
    key: 'releaseSignedOn',
    label: 'Release of information',
    fields: ['releaseSignedOn'],
    words: ({ releaseSignedOn }) => (releaseSignedOn ? `Signed ${formatDate(releaseSignedOn)}` : ''),
  },
  plain('referralSource', 'How they found us'),
  plain('remark', 'Remark'),
]

const payerWords = (guarantor: Guarantor | null) => (guarantor ? joined([guarantor.name, guarantor.relation, guarantor.phone]) : '')

/** Which chart a part is taken from; `both` writes two remarks one after the other. */
export type From = 'keep' | 'other' | 'both'
/** A part in which two charts differ, with its words on both and where it is taken from unless one chooses. */
export type Difference = { readonly key: string; readonly label: string; readonly keep: string; readonly other: string; readonly usual: From }

/** The parts in which two charts differ, in the order of the sheet, and the names of those that are the same and not empty. */
export function differences(preview: MergePreview, payerName: (policy: PolicyFields) => string): { readonly differ: Difference[]; readonly same: string[] } {
  const policyWords = (policy: PolicyFields | null) =>
    policy ? joined([payerName(policy), policy.memberId, policy.groupNumber, policy.planName, policy.insuredName]) : ''
  const all = [
    ...PARTS.map(({ key, label, words }) => ({ key, label, keep: words(preview.keep), other: words(preview.other) })),
    { key: 'policy', label: 'Insurance', keep: policyWords(preview.keepPolicy), other: policyWords(preview.otherPolicy) },
  ]
  const differ = all
    .filter(({ keep, other }) => keep !== other)
    .map(part => ({
      ...part,
      usual: part.keep === '' ? ('other' as const) : part.key === 'remark' && part.other !== '' ? ('both' as const) : ('keep' as const),
    }))
  return { differ, same: all.filter(({ keep, other }) => keep === other && keep !== '').map(({ label }) => label.toLowerCase()) }
}

/** The fields and the plan of the kept chart, each part from where it was chosen, else as usual. */
export function chosen(
  preview: MergePreview,
  choices: Readonly<Record<string, From>>,
): { readonly fields: PatientFields; readonly policy: PolicyFields | null } {
  const { differ } = differences(preview, ({ payerId }) => payerId)
  const from = (key: string) => choices[key] ?? differ.find(part => part.key === key)?.usual ?? 'keep'
  const taken = PARTS.filter(({ key }) => from(key) === 'other').flatMap(({ fields }) => fields)
  const other = Object.fromEntries(taken.map(key => [key, preview.other[key]]))
  const remark = from('remark') === 'both' ? { remark: `${preview.keep.remark}\n${preview.other.remark}`.slice(0, 2000) } : {}
  const fields = Fields.strip().parse({ ...preview.keep, ...other, ...remark })
  return { fields, policy: from('policy') === 'other' ? preview.otherPolicy : preview.keepPolicy }
}
