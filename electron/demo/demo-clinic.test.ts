import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '../../shared/access/demo-password.ts'
import { dayOf, type Instant, localDate } from '../../shared/lib/dates.ts'
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

async function idOf(test: TestApp, name: string) {
  const [row] = (await test.request('patients.search', { text: name, scope: 'all', limit: 1 })).rows
  if (!row) throw new Error(`${name} is not in the demo clinic.`)
  return row.id
}
/** A patient’s notes, the oldest first. */
async function notesOf(test: TestApp, name: string) {
  const rows = await test.request('notes.listOfPatient', { patientId: await idOf(test, name) })
  return Promise.all(rows.toReversed().map(({ id }) => test.request('notes.get', { noteId: id })))
}

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

  it('has notes of clinical depth: a chart that clears up, strength and questionnaires that improve, techniques with their places', async () => {
    const notes = await notesOf(demo, 'Ngozi Adeyemi')
    const [first, last] = [notes[0]?.content, notes.at(-1)?.content]
    if (!first || !last) throw new Error('She has notes.')
    const tension = (marks: typeof first.marks) => marks.filter(({ kind }) => kind !== 'pain').reduce((sum, { grade }) => sum + (grade ?? 0), 0)
    expect(tension(last.marks)).toBeLessThan(tension(first.marks))
    expect(first.marks.some(({ refersTo }) => refersTo !== null)).toBe(true)
    const flexors = (content: typeof first) => content.strength.find(({ muscle }) => muscle === 'Deep neck flexors')?.value
    expect([flexors(first), flexors(last)]).toEqual(['3+', '4+'])
    expect(first.specialTests.length).toBeGreaterThan(0)
    expect(first.posture.length).toBeGreaterThan(0)
    const disability = notes.flatMap(({ content }) => content.scores).filter(({ measure }) => measure === 'neck-disability')
    expect(disability.map(({ points }) => points)).toEqual([22, 7])
    const used = notes.flatMap(({ content }) => content.blocks).flatMap(({ techniques }) => techniques)
    expect(used.filter(({ sites, minutes, response }) => sites.length > 0 && minutes !== null && response !== '').length).toBeGreaterThan(3)
    expect(notes.every(({ signature }) => signature?.drawn !== '')).toBe(true)
  })

  it('knows the health of its patients, by versions, with clearances that stand, end soon and have ended', async () => {
    const marisol = await demo.request('patients.getHeader', { patientId: await idOf(demo, 'Marisol Reyes') })
    expect(marisol.alerts.map(({ text }) => text)).toEqual([
      'Allergy: arnica',
      'Avoid left inner calf (gastrocnemius): varicose veins',
      'Apixaban, cleared to Jan 10',
    ])
    const health = await demo.request('health.get', { patientId: await idOf(demo, 'Marisol Reyes') })
    expect(health.versions.length).toBe(2)
    expect(health.versions[0]?.changes.join(' ')).toContain('Magnesium')
    const brandt = await demo.request('patients.getHeader', { patientId: await idOf(demo, 'Walter Brandt') })
    expect(brandt.alerts.map(({ text }) => text).join()).toContain('Apixaban, cleared to Nov 30')
    const whitcombe = await demo.request('patients.getHeader', { patientId: await idOf(demo, 'Eleanor Whitcombe') })
    expect(whitcombe.alerts.map(({ text }) => text).join()).toContain('clearance ended')
    const pritchard = await demo.request('health.get', { patientId: await idOf(demo, 'Gareth Pritchard') })
    expect(pritchard.versions).toMatchObject([{ kind: 'refused' }])
  })

  it('has one visit treated against a finding with a reason, one withheld, and one note entered in error', async () => {
    const told = (await notesOf(demo, 'Ngozi Adeyemi')).filter(({ content }) => content.screening.overrideReason !== '')
    expect(told).toHaveLength(1)
    expect(told[0]?.content.screening.found.map(({ item }) => item)).toContain('pregnancy')
    const withheld = (await notesOf(demo, 'Eleanor Whitcombe')).filter(({ content }) => content.screening.isWithheld)
    expect(withheld).toHaveLength(1)
    const inError = (await notesOf(demo, 'Anaïs Bélanger')).filter(({ enteredInError }) => enteredInError !== null)
    expect(inError).toHaveLength(1)
  })

  it('has letters of every kind, sent, one of them answered with the next prescription, and a discharge with final measures', async () => {
    const documents = await demo.request('documents.list', { patientId: null })
    const titles = new Set(documents.map(({ title }) => title))
    for (const title of ['Initial letter', 'Progress letter', 'Re-evaluation', 'Discharge letter', 'Referral back', 'Visit note', 'Notes of the episode'])
      expect(titles).toContain(title)
    expect(documents.filter(({ sentWords }) => sentWords !== '').length).toBeGreaterThan(20)
    const siobhan = await idOf(demo, 'Siobhán O’Rourke')
    const letter = documents.find(({ patientId, title }) => patientId === siobhan && title === 'Progress letter')
    if (!letter) throw new Error('Her physician was written to.')
    const { answer } = await demo.request('documents.getTrail', { documentId: letter.id })
    expect(answer).toMatchObject({ answer: 'approved' })
    expect(answer?.prescriptionId).not.toBeNull()
    const [episode] = await demo.request('episodes.list', { patientId: await idOf(demo, 'José Núñez') })
    if (!episode) throw new Error('He was treated.')
    const { closedOn, finalMeasures, trends } = await demo.request('episodes.get', { episodeId: episode.id })
    expect(closedOn).not.toBeNull()
    expect(finalMeasures).toMatchObject({ painNow: 1 })
    expect(trends.map(({ measure }) => measure)).toContain('roland-morris')
  })

  it('has a session going on today that waits for one reason only', async () => {
    const [draft] = (await notesOf(demo, 'Marisol Reyes')).toReversed()
    expect(draft?.signature).toBeNull()
    if (!draft) throw new Error('She is in session.')
    const { content } = draft
    const { issues } = await demo.request('notes.saveDraft', { noteId: draft.id, revision: draft.revision, content })
    expect(issues.filter(({ isAdvice }) => !isAdvice)).toMatchObject([{ sentence: expect.stringContaining('left elbow and forearm') }])
    expect(content.painBefore).toEqual({ now: 3, best: 2, worst: 5 })
    expect(content.marks).toHaveLength(4)
    expect(content.screening.found.map(({ item }) => item)).toEqual(['anticoagulants', 'varicose-veins', 'oil-or-latex-allergy'])
    expect(content.blocks.flatMap(({ regions }) => regions)).toContain('forearm-left')
    expect(content.regionReasons).toEqual([])
  })

  it('works at the front desk: hours with lunch, rooms, visit types, a series, a late cancellation, and somebody who waits for that time', async () => {
    const { hours } = await demo.request('practice.getDeskRules', {})
    expect(hours?.map(day => day.length)).toEqual([2, 2, 2, 2, 1, 2, 0])
    expect((await demo.request('practice.listRooms', {})).map(({ name }) => name)).toEqual(['Room 1', 'Room 2'])
    expect((await demo.request('practice.listVisitTypes', {})).map(({ name }) => name)).toEqual(['First visit', 'Follow-up', 'Short visit', 'Long session'])
    const visits = await visitsBetween(demo, '2026-10-20', '2026-12-19')
    expect(visits.filter(({ roomId }) => roomId === null)).toEqual([])
    const days = (await demo.request('schedule.view', { from: TODAY, to: localDate('2026-12-19') })).days
    const theo = (await demo.request('practice.listPractitioners', {}))[1]?.id
    const offDays = days
      .filter(({ worked }) => worked.every(({ practitionerId, times }) => practitionerId !== theo || times.length === 0))
      .map(({ day }) => day)
    expect(visits.filter(({ practitionerId, startsAt }) => practitionerId === theo && offDays.includes(dayOf(startsAt)))).toEqual([])
    expect(visits.filter(({ seriesId }) => seriesId !== null).map(({ startsAt }) => startsAt)).toEqual([
      '2026-11-21T13:15',
      '2026-11-23T08:00',
      '2026-11-25T08:00',
      '2026-11-30T08:00',
      '2026-12-02T08:00',
    ])
    expect(visits.find(({ patientName, isLateCancel }) => isLateCancel && patientName === 'Noor Haddad')).toMatchObject({ status: 'cancelled' })
    const waiting = await demo.request('waitlist.list', {})
    expect(waiting.map(({ patientName }) => patientName)).toEqual(['Agnieszka Zając', 'Caleb Stonebridge', 'Harold Petrosyan'])
    expect(waiting[0]?.fits).toMatchObject({ startsAt: '2026-11-21T16:30' })
    const { blocks } = await demo.request('schedule.view', { from: TODAY, to: localDate('2026-12-19') })
    expect([...new Set(blocks.map(({ title }) => title))]).toEqual(['Training: scar tissue', 'Being painted', 'Vacation'])
  })

  it('asks at check-in for a consent that expired, and for everything of a new patient; a mother pays for her son', async () => {
    const { visits } = await demo.request('reports.today', {})
    const missing = async (last: string) => {
      const visit = visits.find(({ patientName }) => patientName.endsWith(last))
      return (await demo.request('appointments.checkIn', { appointmentId: visit?.id ?? '' })).map(({ kind }) => kind)
    }
    expect(await missing('Lindqvist')).toEqual(['consent'])
    expect(await missing('Nair')).toEqual(['consent', 'consent', 'intake', 'prescription'])
    expect(await demo.request('patients.getHousehold', { patientId: await idOf(demo, 'Toby Vance') })).toMatchObject([
      { name: 'Tessa Vance', isGuarantor: true },
    ])
  })

  it('has called a part of those who come on the next working day', async () => {
    const { reminders } = await demo.request('appointments.listReminders', { day: null })
    expect(reminders.filter(({ lastCall }) => lastCall !== null).length).toBeGreaterThan(1)
    expect(reminders.filter(({ lastCall }) => lastCall === null).length).toBeGreaterThan(0)
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
