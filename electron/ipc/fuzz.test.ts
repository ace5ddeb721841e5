import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Channel, contract } from '../../shared/ipc/contract.ts'
import type { Endpoint } from '../../shared/ipc/endpoint.ts'
import { ClockTime, localDate, localDateTime } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { readRecoveryKey } from '../access/recovery-key.ts'
import { openDatabase } from '../db/open.ts'
import { keep } from '../testing/clinic-folder.ts'
import { aPatient as fieldsOf } from '../testing/patients.ts'
import { hostileInput, plausibleInput } from '../testing/plausible.ts'
import { aNote, anEpisode, aPatient, aPrescription, aVisit, visitFields } from '../testing/records.ts'
import { aBlock } from '../testing/schedule.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

/** Those that change which clinic is open, or take a while by design. */
const apart = new Set<string>(['access.openDemo', 'access.startDemoOver', 'access.leaveDemo', 'access.lock', 'data.backUp'])
const channels = Object.keys(contract).filter((channel): channel is Channel => !apart.has(channel))
const codes = ['invalid_input', 'not_found', 'conflict', 'rule_broken', 'signed_out', 'forbidden', 'storage']
const each = (runs: number) => ({ numRuns: runs, seed: 20_261_119 })

/** Sends `runs` inputs to every channel and returns what was not a plain answer or a plain refusal. */
async function surprises(test: TestApp, inputFor: (endpoint: Endpoint) => fc.Arbitrary<unknown>, runs: number) {
  const found: string[] = []
  for (const channel of channels) {
    for (const input of fc.sample(inputFor(contract[channel]), each(runs))) {
      const result = await test.app.invoke(channel, input)
      if (!result.ok && !codes.includes(result.error.code))
        found.push(`${channel} ${JSON.stringify(input)?.slice(0, 400)} → ${result.error.message} ${test.log.at(-1)}`)
    }
  }
  return found
}

/** A clinic with every kind of record, so that counted ids meet some of each. */
async function clinicWithRecords() {
  const test = keep(await signedInApp())
  const patientId = await aPatient(test)
  const episodeId = await anEpisode(test, patientId)
  await aPrescription(test, episodeId)
  for (const [day, isSigned] of [
    ['2026-11-17', true],
    ['2026-11-18', false],
  ] as const) {
    const visit = await aVisit(test, { patientId, episodeId, startsAt: `${day}T10:00` })
    await aNote(test, visit.id, { minutes: { '97124': 30 }, isSigned })
    if (isSigned) await test.request('billing.checkOut', { appointmentId: visit.id, payment: null })
  }
  await test.request('documents.beginLetter', { episodeId, kind: 'progress' })
  await frontDesk(test, patientId)
  return test
}

/** What the front desk keeps: a room, a visit type, time kept free, a series, a missed visit with its fee, a consent, somebody who waits, two charts made one. */
async function frontDesk(test: TestApp, patientId: PatientId) {
  const { id: roomId } = await test.request('practice.saveRoom', { id: null, fields: { name: 'Garden room' }, isActive: true })
  const hour = { name: 'Hour', minutes: 60, bufferMinutes: 15, colour: 'teal' as const, isForFirstVisit: false }
  const { id: visitTypeId } = await test.request('practice.saveVisitType', { id: null, fields: hour, isActive: true })
  await aBlock(test, { roomId })
  const { startsAt: _, ...visit } = await visitFields(test, { patientId, startsAt: '2026-11-24T10:00' })
  const rhythm = { kind: 'weekly' as const, weekdays: [2], everyWeeks: 1 }
  const plan = { ...visit, roomId, visitTypeId, bufferMinutes: 15, firstOn: localDate('2026-11-24'), time: ClockTime.parse('10:00'), rhythm, count: 2 }
  await test.request('appointments.bookSeries', { plan, startsAt: ['2026-11-24T10:00', '2026-12-01T10:00'].map(localDateTime) })
  const missed = await aVisit(test, { patientId, startsAt: '2026-11-16T10:00' })
  await test.request('appointments.setStatus', { appointmentId: missed.id, status: 'no-show', reason: '' })
  await test.request('billing.chargeMissed', { appointmentId: missed.id, amount: cents(4500) })
  const consent = { kind: 'treatment', signedOn: '2026-10-01', expiresOn: null, signedBy: 'Marisol Reyes', remark: '' }
  await test.request('patients.recordConsent', { patientId, consent })
  const otherId = await aPatient(test, { lastName: 'Reyez' })
  const anyTime = { episodeId: null, practitionerId: null, visitTypeId: null, weekdays: [], fromTime: null, toTime: null, earliestOn: null, latestOn: null }
  await test.request('waitlist.save', { id: null, fields: { ...anyTime, patientId: otherId, minutes: 60, remark: '' } })
  await test.request('patients.merge', { keepId: await aPatient(test, { lastName: 'Reyez' }), otherId, fields: fieldsOf(), policy: null })
}

it('answers or refuses in words whatever is sent to any request, signed in', async () => {
  const test = await clinicWithRecords()
  expect(await surprises(test, () => hostileInput, 40)).toEqual([])
  expect(await surprises(test, ({ input }) => plausibleInput(input), 60)).toEqual([])
}, 60_000)

it('writes nothing for a request it refuses, and refuses all but the sign-in screen’s while locked', async () => {
  const test = keep(await signedInApp())
  await test.request('access.lock', { reason: 'asked' })
  for (const channel of channels) {
    const { access, input }: Endpoint = contract[channel]
    if (access === 'anyone') continue
    for (const sent of fc.sample(plausibleInput(input), each(5))) expect((await test.refuse(channel, sent)).code).toBe('signed_out')
  }
  await test.app.close()
  const db = openDatabase(`${test.dir}/myodesk.db`, readRecoveryKey(test.recoveryKey), { mustExist: true })
  expect(db.prepare('SELECT action FROM audit_log ORDER BY seq').pluck().all()).toEqual(['access.setUpClinic', 'access.lock'])
  db.close()
}, 60_000)
