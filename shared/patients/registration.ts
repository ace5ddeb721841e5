import type { LocalDate } from '../lib/dates.ts'
import { DomainError } from '../lib/errors.ts'
import type { PatientFields, PolicyFields } from './schema.ts'

/** Throws `invalid_input`, naming the fields, for dates that lie in the future on the given day. */
export function assertPastDates(fields: Pick<PatientFields, 'bornOn' | 'releaseSignedOn'>, policy: PolicyFields | null, today: LocalDate) {
  const refused: Record<string, string> = {}
  if (fields.bornOn > today) refused['fields.bornOn'] = 'A birth date cannot be in the future.'
  if (fields.releaseSignedOn && fields.releaseSignedOn > today) refused['fields.releaseSignedOn'] = 'A release cannot be signed in the future.'
  if (policy?.insuredBornOn && policy.insuredBornOn > today) refused['policy.insuredBornOn'] = 'A birth date cannot be in the future.'
  const [first] = Object.values(refused)
  if (first !== undefined) throw new DomainError('invalid_input', first, refused)
}
