import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import { addDays, dayOf, localDate, localDateTime } from '../../shared/lib/dates.ts'
import { samSignedIn } from '../testing/people.ts'
import { anEpisode, aPatient, aPrescription, visitFields } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

const ALLOWED = 4
const USED_BEFORE = 1
const FIRST = localDate('2026-11-20')
const EXPIRES = localDate('2026-12-10')

let owner: Awaited<ReturnType<typeof signedInApp>>
let desk: TestApp
beforeAll(async () => {
  owner = await signedInApp()
  desk = await samSignedIn(owner, 'front-desk')
})
afterAll(async () => {
  await desk.app.close()
  await owner.remove()
})

type Visit = Output<'appointments.book'>
type Step = { readonly kind: 'book' | 'move' | 'cancel'; readonly day: number; readonly visit: number }
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('book' as const, 'book' as const, 'move' as const, 'cancel' as const),
  day: fc.integer({ min: 0, max: 30 }),
  visit: fc.nat(9),
})
let count = 0

it('whatever the front desk books, moves and cancels, no prescription takes more visits or later ones than it allows', async () => {
  const refusals = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async steps => {
      const patientId = await aPatient(desk, { firstName: `Pat ${++count}`, phone: '' })
      const episodeId = await anEpisode(desk, patientId)
      await aPrescription(desk, episodeId, { visits: ALLOWED, visitsUsedBefore: USED_BEFORE, expiresOn: EXPIRES })
      const standing = async () => (await desk.request('appointments.listOfPatient', { patientId })).filter(({ status }) => status === 'booked')
      for (const one of steps) {
        refusals.add(await take(one, await standing(), { patientId, episodeId }))
        const visits = await standing()
        expect(visits.length).toBeLessThanOrEqual(ALLOWED - USED_BEFORE)
        for (const visit of visits) expect(dayOf(visit.startsAt) <= EXPIRES).toBe(true)
      }
      for (const visit of await standing())
        await desk.request('appointments.setStatus', { appointmentId: visit.id, status: 'cancelled', reason: '', cancelledBy: 'clinic' })
    }),
    { numRuns: 12 },
  )
  expect(refusals).toContain('forbidden')
})

/** Tries one step; answers how it was refused, or nothing. */
async function take({ kind, day, visit: index }: Step, visits: readonly Visit[], patient: Pick<Visit, 'patientId' | 'episodeId'>): Promise<string> {
  const startsAt = localDateTime(`${addDays(FIRST, day)}T09:00`)
  const visit = visits[index % Math.max(1, visits.length)]
  const result =
    kind === 'book'
      ? await desk.app.invoke('appointments.book', { fields: await visitFields(desk, { ...patient, startsAt }) })
      : visit === undefined
        ? { ok: true as const }
        : kind === 'move'
          ? await desk.app.invoke('appointments.move', { appointmentId: visit.id, startsAt, minutes: 60, practitionerId: visit.practitionerId })
          : await desk.app.invoke('appointments.setStatus', { appointmentId: visit.id, status: 'cancelled', reason: '' })
  return result.ok ? '' : result.error.code
}
