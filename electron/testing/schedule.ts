import type { Input, Output } from '../../shared/ipc/contract.ts'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import type { PractitionerId } from '../../shared/lib/ids.ts'
import { BlockFields, FreeTimeSearch } from '../../shared/schedule/schema.ts'
import type { TestApp } from './test-app.ts'

type PractitionerFields = Input<'practice.savePractitioner'>['fields']

/** The clinic’s first practitioner. */
export async function firstPractitioner(test: TestApp): Promise<PractitionerId> {
  const [first] = await test.request('practice.listPractitioners', {})
  if (!first) throw new Error('The clinic has no practitioner.')
  return first.id
}

/** Adds a practitioner: Lee Ito, in the clinic’s hours. */
export async function aPractitioner(test: TestApp, given: Partial<PractitionerFields> = {}): Promise<PractitionerId> {
  const [first] = await test.request('practice.listPractitioners', {})
  if (!first) throw new Error('The clinic has no practitioner.')
  const { id: _, isActive: __, leftOn: ___, ...fields } = first
  const other = { ...fields, legalName: 'Lee Ito', npi: '', licenseNumber: 'MT.0088888', ...given }
  return (await test.request('practice.savePractitioner', { id: null, fields: other, isActive: true, leftOn: null })).id
}

/** A block for everybody: a lunch from 12:00 to 1:00 pm on weekdays without end; the changes replace its parts. */
export function blockFields(change: { readonly [Field in keyof BlockFields]?: unknown } = {}): BlockFields {
  const lunch = { practitionerId: null, roomId: null, kind: 'break', title: 'Lunch', firstOn: '2026-11-16', lastOn: null, from: '12:00', to: '13:00' }
  return BlockFields.parse({ ...lunch, weekdays: [1, 2, 3, 4, 5], everyWeeks: 1, skipped: [], ...change })
}

/** Saves a block. */
export async function aBlock(test: TestApp, change: Parameters<typeof blockFields>[0] = {}): Promise<Output<'schedule.saveBlock'>> {
  return test.request('schedule.saveBlock', { id: null, fields: blockFields(change) })
}

/** A search for an hour with anybody, from a moment on; three answers. */
export function freeSearch(change: { readonly [Field in keyof FreeTimeSearch]?: unknown } = {}): FreeTimeSearch {
  const anything = { patientId: null, practitionerId: null, roomId: null, visitTypeId: null, minutes: 60, bufferMinutes: 0, weekdays: [], fromTime: null }
  return FreeTimeSearch.parse({ ...anything, toTime: null, after: localDateTime('2026-11-20T00:00'), count: 3, ...change })
}

/** The days of a week from a Monday. */
export const weekFrom = (monday: string) => ({
  from: localDate(monday),
  to: localDate(`${monday.slice(0, 8)}${String(Number(monday.slice(8)) + 6).padStart(2, '0')}`),
})
