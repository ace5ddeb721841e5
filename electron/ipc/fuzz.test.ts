import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Channel, contract } from '../../shared/ipc/contract.ts'
import type { Endpoint } from '../../shared/ipc/endpoint.ts'
import { readRecoveryKey } from '../access/recovery-key.ts'
import { openDatabase } from '../db/open.ts'
import { keep } from '../testing/clinic-folder.ts'
import { hostileInput, plausibleInput } from '../testing/plausible.ts'
import { aNote, anEpisode, aPatient, aPrescription, aVisit } from '../testing/records.ts'
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
  return test
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
