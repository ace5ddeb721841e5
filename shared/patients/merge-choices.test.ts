import { describe, expect, it } from 'vitest'
import { chosen, differences } from './merge-choices.ts'
import { Guarantor, type MergePreview, Patient, PatientFields, PolicyFields } from './schema.ts'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const patient = (n: number, changes: object = {}) =>
  Patient.parse({
    id: id(n),
    chartNumber: `LM-000${n}`,
    isArchived: false,
    deceasedOn: null,
    registeredOn: '2026-01-01',
    firstName: 'Marisol',
    middleName: '',
    lastName: 'Reyes',
    suffix: '',
    preferredName: '',
    pronouns: '',
    bornOn: '1979-03-14',
    sex: 'female',
    phone: '(406) 555-0100',
    otherPhone: '',
    email: '',
    address: { street: '', street2: '', city: '', state: '', zip: '' },
    guardianName: '',
    guardianRelation: '',
    guardianPhone: '',
    releaseSignedOn: null,
    remark: '',
    ...changes,
  })
const policy = PolicyFields.parse({ payerId: id(9), memberId: 'A-1', groupNumber: '', planName: '', relation: 'self', insuredName: '', insuredBornOn: null })
const preview = (keep: object, other: object): MergePreview => ({
  keep: patient(1, keep),
  other: patient(2, other),
  keepPolicy: null,
  otherPolicy: policy,
  moves: [],
  remarks: [],
})

describe('what two charts differ in', () => {
  it('stands in the order of the sheet; what one chart lacks is taken from the other, remarks from both', () => {
    const both = preview({ remark: 'Calls late' }, { lastName: 'Reyez', email: 'm@example.org', remark: 'Has a dog' })
    const { differ, same } = differences(both, () => 'Cascadia')
    expect(differ).toEqual([
      { key: 'lastName', label: 'Last name', keep: 'Reyes', other: 'Reyez', usual: 'keep' },
      { key: 'email', label: 'E-mail', keep: '', other: 'm@example.org', usual: 'other' },
      { key: 'remark', label: 'Remark', keep: 'Calls late', other: 'Has a dog', usual: 'both' },
      { key: 'policy', label: 'Insurance', keep: '', other: 'Cascadia, A-1', usual: 'other' },
    ])
    expect(same).toEqual(['first name', 'birth date', 'sex', 'phone'])
    expect(chosen(both, {})).toMatchObject({ fields: { lastName: 'Reyes', email: 'm@example.org', remark: 'Calls late\nHas a dog' }, policy })
    expect(chosen(both, { lastName: 'other', policy: 'keep', remark: 'other' })).toMatchObject({
      fields: { lastName: 'Reyez', remark: 'Has a dog' },
      policy: null,
    })
  })

  it('covers every field of a patient, each with a choice', () => {
    const filled = {
      firstName: 'A',
      middleName: 'B',
      lastName: 'C',
      suffix: 'D',
      preferredName: 'E',
      pronouns: 'F',
      bornOn: '1980-01-01',
      sex: 'male',
      phone: '555-0199',
      otherPhone: '555-0198',
      email: 'x@example.org',
      address: { street: '1 Elm', street2: '', city: '', state: '', zip: '' },
      guardianName: 'G',
      guardianRelation: 'H',
      guardianPhone: '555-0197',
      releaseSignedOn: '2026-01-01',
      remark: 'I',
      referralSource: 'J',
      guarantor: Guarantor.parse({ patientId: null, name: 'K', relation: '', phone: '' }),
    }
    expect(Object.keys(filled).toSorted()).toEqual(Object.keys(PatientFields.shape).toSorted())
    const both = preview({}, filled)
    const { differ } = differences(both, () => '')
    expect(chosen(both, Object.fromEntries(differ.map(({ key }) => [key, 'other' as const]))).fields).toEqual(PatientFields.strip().parse(both.other))
    expect(chosen(both, Object.fromEntries(differ.map(({ key }) => [key, 'keep' as const]))).fields).toEqual(PatientFields.strip().parse(both.keep))
  })
})
