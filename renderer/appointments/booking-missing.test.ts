import { describe, expect, it } from 'vitest'
import { AppointmentFields } from '../../shared/appointments/schema.ts'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import { PatientId, PractitionerId } from '../../shared/lib/ids.ts'
import { missingReason, standingOf } from './booking-check.ts'
import { BLANK_BOOKING } from './booking-draft.ts'
import { missingFor } from './booking-missing.ts'

const patientId = PatientId.parse('00000000-0000-4000-8000-000000000011')
const practitionerId = PractitionerId.parse('00000000-0000-4000-8000-000000000001')
const startsAt = localDateTime('2026-11-20T09:00')
const fields = AppointmentFields.safeParse({ patientId, episodeId: null, practitionerId, startsAt, minutes: 60, remark: '' })
const booking = { who: { id: patientId, name: 'Marisol Reyes' }, chosen: BLANK_BOOKING, startsAt, practitionerId, fields }
const person = { firstName: 'Marisol', lastName: 'Reyes', bornOn: localDate('1980-02-29'), phone: '' }

describe('what is missing before a visit can be booked', () => {
  it('is nothing with a patient, a time and a practitioner', () => {
    expect(missingFor(booking)).toBeNull()
  })
  it.each([
    ['the patient', { who: null }, 'Choose the patient first.'],
    ['the time', { startsAt: null }, 'Choose a time.'],
    ['the practitioner', { practitionerId: null }, 'Choose a practitioner.'],
    ['a length that can be booked', { fields: AppointmentFields.safeParse({ ...fields.data, minutes: 7 }) }, 'Use steps of 5 minutes.'],
  ])('is %s', (_, given, message) => {
    expect(missingFor({ ...booking, ...given })).toEqual({ message })
  })
  it('is the birth date of somebody new, and the name; the phone can wait', () => {
    const withPerson = (given: Partial<typeof person> | { bornOn: null }) =>
      missingFor({ ...booking, who: null, chosen: { ...BLANK_BOOKING, person: { ...person, ...given } } })
    expect(withPerson({})).toBeNull()
    expect(withPerson({ bornOn: null })).toEqual({ message: 'Enter the birth date.' })
    expect(withPerson({ lastName: ' ' })?.message).toMatch(/last name/)
    expect(withPerson({ phone: '12' })?.message).toMatch(/phone/)
  })
})

describe('a warning', () => {
  const warning = (level: 'refused' | 'overrule' | 'note') => ({ kind: 'hours' as const, level, sentence: level })
  it('stops, asks a practitioner why, or sends the desk to one', () => {
    expect(standingOf([], false)).toBe('free')
    expect(standingOf([warning('note')], false)).toBe('free')
    expect(standingOf([warning('note'), warning('overrule')], true)).toBe('needs-reason')
    expect(standingOf([warning('overrule')], false)).toBe('ask-somebody')
    expect(standingOf([warning('overrule'), warning('refused')], true)).toBe('refused')
  })
  it('asks for the reason only where one is needed', () => {
    expect(missingReason({ warnings: [], standing: 'needs-reason' }, ' ')).not.toBeNull()
    expect(missingReason({ warnings: [], standing: 'needs-reason' }, 'Flare-up')).toBeNull()
    expect(missingReason({ warnings: [], standing: 'ask-somebody' }, '')).toBeNull()
  })
})
