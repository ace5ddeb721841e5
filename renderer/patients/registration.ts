import { z } from 'zod'
import { PatientId, PayerId } from '../../shared/lib/ids.ts'
import { type Patient, PatientFields, PolicyFields } from '../../shared/patients/schema.ts'
import { tidyName } from '../../shared/patients/typed.ts'
import type { Bound, ClinicForm } from '../lib/forms.ts'

/** Stands as the name of a patient who pays and is still to be chosen. */
export const CHOOSE = '?'

const Home = z.strictObject({ patientId: PatientId, name: z.string() })

/** The sheet of a registration: the patient, a health plan that counts only once its payer is chosen, and for a new one what was signed and whose household it is. */
export const Registration = z
  .strictObject({
    fields: PatientFields,
    policy: PolicyFields.extend({ payerId: PayerId.nullable() }),
    consents: z.array(z.string()),
    home: Home.nullable(),
  })
  .refine(({ fields }) => fields.guarantor?.name !== CHOOSE, { path: ['fields', 'guarantor'], message: 'Choose the patient who pays.' })
  .refine(({ policy }) => policy.payerId !== null || policy.memberId === '', { path: ['policy', 'payerId'], message: 'Choose the payer of this member ID.' })

/** A registration being written. */
export type RegistrationForm = ClinicForm<z.input<typeof Registration>, z.output<typeof Registration>>

/** A field that may not be there yet, as an empty text. */
export const textOf = (bound: Bound<string | undefined>): Bound<string> => ({ ...bound, value: bound.value ?? '' })

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
      referralSource: '',
      guarantor: null,
    },
    policy: NO_PLAN,
    consents: [],
    home: null,
  }
}

/** The sheet of a patient on file. */
export function registrationOf(patient: Patient, policy: z.output<typeof PolicyFields> | null): z.input<typeof Registration> {
  return { fields: PatientFields.strip().parse(patient), policy: policy ?? NO_PLAN, consents: [], home: null }
}

/** What was typed as a name: last name first where there is a comma, one word is a first name, “de la” belongs to the last name, digits are no name. */
export function readName(typed: string): { firstName: string; lastName: string } {
  const name = typed.replace(/\s+/g, ' ').trim()
  if (/\d/.test(name)) return { firstName: '', lastName: '' }
  const comma = name.indexOf(',')
  if (comma >= 0) return { firstName: tidyName(name.slice(comma + 1)), lastName: tidyName(name.slice(0, comma)) }
  const parts = /^(.+?) ((?:(?:de|del|della|der|den|di|da|dos|la|las|los|van|von|du) )*\S+)$/iu.exec(name)
  return parts ? { firstName: tidyName(parts[1] ?? ''), lastName: tidyName(parts[2] ?? '') } : { firstName: tidyName(name), lastName: '' }
}
