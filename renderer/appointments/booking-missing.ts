import { PatientFields } from '../../shared/patients/schema.ts'
import type { NewPerson } from './booking-draft.ts'
import type { Booking } from './booking-state.ts'

/** What to send for somebody who is registered while being booked: everything but name, birth date and phone stays empty. */
export function fieldsOfNew(person: NewPerson) {
  return PatientFields.safeParse({
    firstName: person.firstName,
    middleName: '',
    lastName: person.lastName,
    suffix: '',
    preferredName: '',
    pronouns: '',
    bornOn: person.bornOn ?? '',
    sex: '',
    phone: person.phone,
    otherPhone: '',
    email: '',
    address: { street: '', street2: '', city: '', state: '', zip: '' },
    guardianName: '',
    guardianRelation: '',
    guardianPhone: '',
    releaseSignedOn: null,
    remark: '',
  })
}

/** What is missing before a visit can be booked, in one sentence; null when nothing is. */
export function missingFor(booking: Pick<Booking, 'who' | 'chosen' | 'startsAt' | 'practitionerId' | 'fields'>): { message: string } | null {
  const { who, chosen, startsAt, practitionerId, fields } = booking
  if (!who && !chosen.person) return { message: 'Choose the patient first.' }
  if (chosen.person) {
    const person = fieldsOfNew(chosen.person)
    if (!person.success) return { message: chosen.person.bornOn === null ? 'Enter the birth date.' : (person.error.issues[0]?.message ?? 'Check the name.') }
  }
  if (!startsAt) return { message: 'Choose a time.' }
  if (!practitionerId) return { message: 'Choose a practitioner.' }
  if (who && !fields.success) return { message: fields.error.issues[0]?.message ?? 'Check the time.' }
  return null
}
