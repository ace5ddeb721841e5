import { z } from 'zod'
import { PayerId } from '../../shared/lib/ids.ts'
import { type Patient, PatientFields, PolicyFields } from '../../shared/patients/schema.ts'
import type { ClinicForm } from '../lib/forms.ts'

/** The sheet of a registration: the patient, and a health plan that counts only once its payer is chosen. */
export const Registration = z
  .strictObject({ fields: PatientFields, policy: PolicyFields.extend({ payerId: PayerId.nullable() }) })
  .refine(({ policy }) => policy.payerId !== null || policy.memberId === '', { path: ['policy', 'payerId'], message: 'Choose the payer of this member ID.' })

/** A registration being written. */
export type RegistrationForm = ClinicForm<z.input<typeof Registration>, z.output<typeof Registration>>

const NO_PLAN = { payerId: null, memberId: '', groupNumber: '', planName: '', relation: 'self' as const, insuredName: '', insuredBornOn: null }

/** The policy to send; null without a payer. */
export function policyOf({ policy }: z.output<typeof Registration>): z.output<typeof PolicyFields> | null {
  return policy.payerId === null ? null : PolicyFields.parse(policy)
}

/** An empty sheet, with the name as far as it was typed in the search: "Reyes, Marisol" or "Marisol Reyes". */
export function blankRegistration(typedName: string): z.input<typeof Registration> {
  const { firstName, lastName } = readName(typedName)
  return {
    fields: {
      firstName,
      middleName: '',
      lastName,
      suffix: '',
      preferredName: '',
      pronouns: '',
      bornOn: '',
      sex: '',
      phone: '',
      otherPhone: '',
      email: '',
      address: { street: '', street2: '', city: '', state: '', zip: '' },
      guardianName: '',
      guardianRelation: '',
      guardianPhone: '',
      releaseSignedOn: null,
      remark: '',
    },
    policy: NO_PLAN,
  }
}

/** The sheet of a patient on file. */
export function registrationOf(patient: Patient, policy: z.output<typeof PolicyFields> | null): z.input<typeof Registration> {
  return { fields: PatientFields.strip().parse(patient), policy: policy ?? NO_PLAN }
}

/** What was typed as a name: last name first where there is a comma, one word is a first name, digits are no name. */
export function readName(typed: string): { firstName: string; lastName: string } {
  const name = typed.replace(/\s+/g, ' ').trim()
  if (/\d/.test(name)) return { firstName: '', lastName: '' }
  const capital = (words: string) => words.trim().replace(/(^|[\s-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
  const comma = name.indexOf(',')
  if (comma >= 0) return { firstName: capital(name.slice(comma + 1)), lastName: capital(name.slice(0, comma)) }
  const space = name.lastIndexOf(' ')
  return space < 0 ? { firstName: capital(name), lastName: '' } : { firstName: capital(name.slice(0, space)), lastName: capital(name.slice(space + 1)) }
}
