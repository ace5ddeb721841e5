import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Instant, localDate } from '../../shared/lib/dates.ts'
import { DEMO_PASSWORD } from '../access/demo-password.ts'
import { pdfText } from '../testing/pdf-text.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { makeDemoClinic } from './demo-clinic.ts'

/** A Saturday noon in Denver: the demo must have its working day all the same. */
const NOW = '2026-11-21T19:00:00.000Z' as Instant
const TODAY = localDate('2026-11-21')
const apps: TestApp[] = []

async function openedDemo(): Promise<TestApp> {
  const dir = mkdtempSync(join(tmpdir(), 'myodesk-demo-'))
  await makeDemoClinic({ dir, resourcesDir: resolve(import.meta.dirname, '../../resources'), clock: { now: () => NOW, today: () => TODAY } })
  const test = testApp({ dir, clock: { now: () => NOW } })
  apps.push(test)
  const { people, isDemo } = await test.request('access.status', {})
  expect(isDemo).toBe(true)
  const [owner] = people
  if (!owner) throw new Error('The demo clinic has no owner.')
  await test.request('access.signIn', { personId: owner.id, password: DEMO_PASSWORD })
  return test
}

let demo: TestApp
beforeAll(async () => {
  demo = await openedDemo()
}, 60_000)
afterAll(async () => {
  for (const test of apps) {
    await test.app.close()
    rmSync(test.dir, { recursive: true, force: true })
  }
})

const patientsOf = async (test: TestApp) => (await test.request('patients.search', { text: '', scope: 'all', limit: 100 })).rows
const visitsBetween = (test: TestApp, from: string, to: string) =>
  test.request('appointments.list', { from: localDate(from), to: localDate(to), practitionerId: null })

describe('the demo clinic', () => {
  it('has a working day today, a weekend notwithstanding, with nine visits in their states', async () => {
    const { visits } = await demo.request('reports.today', {})
    expect(visits.map(({ patientName, status, noteState }) => `${patientName}: ${status}, ${noteState}`)).toEqual([
      'Walter Brandt: checked-out, signed',
      'Imani Cole: finished, signed',
      'Hannah Okafor: finished, draft',
      'Marisol Reyes: in-session, draft',
      'Ted Lindqvist: arrived, none',
      'Luis Ferrante: confirmed, none',
      'Priya Nair: booked, none',
      'Grace Yoon: booked, none',
      'Noor Haddad: cancelled, none',
    ])
    const marisol = visits.find(visit => visit.patientName === 'Marisol Reyes')
    expect(marisol).toMatchObject({ visitNumber: 5, visitsAllowed: 6 })
    expect(marisol?.condition).toMatch(/^Neck, car accident/)
  })

  it('has more than forty patients with prescriptions in every state, and self-pay ones', async () => {
    const rows = await patientsOf(demo)
    expect(rows.length).toBeGreaterThanOrEqual(42)
    const states = new Set(rows.map(row => row.prescription?.state ?? 'none'))
    expect([...states].toSorted()).toEqual(['active', 'expired', 'low', 'none', 'used-up'])
    expect(rows.filter(row => row.balance > 0).length).toBeGreaterThanOrEqual(3)
    expect((await demo.request('patients.search', { text: 'nunez', scope: 'all', limit: 5 })).rows[0]?.name).toContain('Núñez')
    expect(rows.filter(row => row.remark.startsWith('Closed')).length).toBeGreaterThanOrEqual(5)
  })

  it('goes back six months and three weeks ahead', async () => {
    const spring = await visitsBetween(demo, '2026-05-01', '2026-06-20')
    expect(spring.filter(visit => visit.status === 'checked-out').length).toBeGreaterThanOrEqual(5)
    const ahead = await visitsBetween(demo, '2026-11-22', '2026-12-13')
    expect(ahead.length).toBeGreaterThan(20)
    expect(ahead.every(visit => visit.status === 'booked' || visit.status === 'confirmed')).toBe(true)
  })

  it('has superbills, one of them corrected, and letters due, drafted and signed', async () => {
    const documents = await demo.request('documents.list', { patientId: null })
    expect(documents.filter(each => each.kind === 'superbill').length).toBeGreaterThanOrEqual(10)
    expect(documents.filter(each => each.version === 2)).toHaveLength(1)
    const letters = await demo.request('documents.listLetters', { patientId: null })
    expect(new Set(letters.map(each => each.state))).toEqual(new Set(['due', 'draft', 'signed']))
    const referredBack = documents.find(each => each.title === 'Referral back')
    expect(await pdfText(await demo.app.readPaper(referredBack?.path ?? ''))).toContain('I refer the patient back to you')
  })

  it('is the same for the same day', async () => {
    const again = await openedDemo()
    expect(await patientsOf(again)).toEqual(await patientsOf(demo))
    expect(await visitsBetween(again, '2026-10-01', '2026-11-30')).toEqual(await visitsBetween(demo, '2026-10-01', '2026-11-30'))
    const [paper, same] = [(await demo.request('documents.list', { patientId: null }))[0], (await again.request('documents.list', { patientId: null }))[0]]
    expect(same).toEqual(paper)
    const bytes = await Promise.all([demo, again].map(test => test.app.readPaper(paper?.path ?? '')))
    expect(Buffer.from(bytes[0] ?? []).equals(Buffer.from(bytes[1] ?? []))).toBe(true)
  }, 60_000)
})
