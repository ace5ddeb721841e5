import { afterEach, describe, expect, it } from 'vitest'
import type { EstimateDraft } from '../../shared/estimates/schema.ts'
import { ClockTime, localDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { Amount } from '../../shared/lib/money.ts'
import { readBack } from '../documents/read-back.ts'
import { aNote, anEpisode, aPatient, aPayer, aVisit, visitFields } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

const opened: TestApp[] = []
afterEach(async () => {
  for (const test of opened.splice(0)) await test.remove()
})

async function aClinic() {
  const test = await signedInApp()
  opened.push(test)
  const patientId = await aPatient(test)
  return { test, patientId, episodeId: await anEpisode(test, patientId) }
}
type Clinic = Awaited<ReturnType<typeof aClinic>>

async function aSeries({ test, patientId, episodeId }: Clinic, count = 6) {
  const { startsAt: _startsAt, ...fields } = await visitFields(test, { patientId, episodeId, startsAt: '2026-11-24T10:00' })
  const plan = {
    ...fields,
    firstOn: localDate('2026-11-24'),
    time: ClockTime.parse('10:00'),
    rhythm: { kind: 'weekly' as const, weekdays: [2], everyWeeks: 1 },
    count,
  }
  const { visits } = await test.request('appointments.previewSeries', { plan, moved: [], skipped: [] })
  return test.request('appointments.bookSeries', { plan, startsAt: visits.map(visit => visit.startsAt), overruleReason: '' })
}

const give = (test: TestApp, patientId: PatientId, draft: EstimateDraft) => test.request('documents.issueEstimate', { patientId, draft })
const textAt = async (test: TestApp, path: string) => (await readBack((await test.app.readPaper(path)) ?? new Uint8Array())).text
const due = async (test: TestApp) => (await test.request('estimates.list', {})).due.map(({ patientId, standing }) => [patientId, standing.why, standing.dueOn])
const rowsOf = async (test: TestApp) => (await test.request('reports.today', {})).attention.filter(({ kind }) => kind === 'estimate')

describe('a good faith estimate', () => {
  it('is due for a self-pay patient after a series is booked, is proposed from it, given, and then no longer due', async () => {
    const clinic = await aClinic()
    const { test, patientId } = clinic
    await aSeries(clinic)
    expect(await due(test)).toEqual([[patientId, 'booked', '2026-11-20']])
    expect(await rowsOf(test)).toMatchObject([{ patientId, who: 'Marisol Reyes', title: 'estimate due tomorrow, Fri, Nov 20', isUrgent: false }])
    const sheet = await test.request('estimates.getFor', { patientId })
    expect(sheet.draft).toMatchObject({
      visits: 6,
      from: '2026-11-24',
      to: '2026-12-29',
      frequency: 'Once a week',
      service: 'Medical massage for neck pain, 60 minutes',
    })
    expect(sheet.draft.providers).toMatchObject([{ lines: [{ units: 4, visits: 6 }] }])
    expect(await textAt(test, sheet.path)).toContain('Not issued yet')
    const paper = await give(test, patientId, sheet.draft)
    expect(paper).toMatchObject({ kind: 'estimate', number: 'GE-2026-0001', version: 1, from: '2026-11-24', to: '2026-12-29', total: sheet.expected })
    const text = await textAt(test, paper.path)
    expect(text).toContain('Once a week, 6 visits, first on Tue, Nov 24, 2026, 10:00 am')
    expect(text).toContain('M54.2 Cervicalgia (Samir Amari, MD, Sep 1, 2026)')
    expect(await due(test)).toEqual([])
    expect(await rowsOf(test)).toEqual([])
    expect((await test.request('estimates.getStanding', { patientId })).state).toBe('given')
  })

  it('is given again unchanged as the same paper, to the byte also after fees and names changed', async () => {
    const clinic = await aClinic()
    const { test, patientId } = clinic
    await aSeries(clinic)
    const { draft } = await test.request('estimates.getFor', { patientId })
    const paper = await give(test, patientId, draft)
    expect(await give(test, patientId, { ...draft, replaces: paper.id })).toEqual(paper)
    const before = await test.app.readPaper(paper.path)
    const [service] = await test.request('practice.listServices', {})
    if (!service) throw new Error('The clinic has no service.')
    const { id, fees: _fees, ...fields } = service
    await test.request('practice.saveService', { id, fields, fee: { effectiveFrom: localDate('2026-12-01'), unitFee: Amount.parse(5200) } })
    expect(await due(test)).toEqual([[patientId, 'changed', '2026-11-23']])
    expect((await test.request('estimates.getFor', { patientId })).changes).toEqual(['Massage costs $52.00 a unit, the estimate says $45.00.'])
    expect(Buffer.compare(Buffer.from((await test.app.readPaper(paper.path)) ?? []), Buffer.from(before ?? []))).toBe(0)
  })

  it('is due again once more visits are planned than it has, and becomes its next version', async () => {
    const clinic = await aClinic()
    const { test, patientId, episodeId } = clinic
    await aSeries(clinic)
    const first = await give(test, patientId, (await test.request('estimates.getFor', { patientId })).draft)
    await aVisit(test, { patientId, episodeId, startsAt: '2026-12-03T10:00' })
    expect(await due(test)).toEqual([[patientId, 'changed', '2026-11-23']])
    const sheet = await test.request('estimates.getFor', { patientId })
    expect(sheet.changes).toEqual(['7 visits are planned, the estimate has 6.'])
    expect(sheet.draft).toMatchObject({ visits: 7, replaces: first.id })
    const second = await give(test, patientId, sheet.draft)
    expect(second).toMatchObject({ number: first.number, version: 2, replacesVersion: 1, reason: '7 visits are planned, the estimate has 6.' })
    expect(await due(test)).toEqual([])
    expect((await test.refuse('documents.issueEstimate', { patientId, draft: sheet.draft })).code).toBe('conflict')
  })

  it('is due where a visit lies beyond the days it covers', async () => {
    const clinic = await aClinic()
    const { test, patientId } = clinic
    await aSeries(clinic)
    await give(test, patientId, (await test.request('estimates.getFor', { patientId })).draft)
    await aVisit(test, { patientId, startsAt: '2027-01-05T10:00' })
    expect(await due(test)).toEqual([[patientId, 'booked', '2026-11-24']])
  })

  it('expects what the last visit was charged for', async () => {
    const clinic = await aClinic()
    const { test, patientId, episodeId } = clinic
    const before = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-17T10:00' })
    await aNote(test, before.id, { minutes: { '97124': 23 }, isSigned: true })
    await test.request('billing.checkOut', { appointmentId: before.id, payment: null })
    await aSeries(clinic)
    const { draft } = await test.request('estimates.getFor', { patientId })
    expect(draft.providers[0]?.lines).toMatchObject([{ units: 2, visits: 6 }])
  })
})

describe('who needs one', () => {
  it('nobody who will send the superbill to an insurer; somebody with a plan who will not', async () => {
    const clinic = await aClinic()
    const { test, patientId } = clinic
    await aSeries(clinic)
    expect(await test.request('estimates.answerSubmit', { patientId, answer: 'yes' })).toMatchObject({ state: 'none', why: 'insurer', answer: 'yes' })
    expect(await due(test)).toEqual([])
    const payerId = await aPayer(test)
    const plan = { payerId, memberId: 'CM-1', groupNumber: '', planName: '', relation: 'self' as const, insuredName: '', insuredBornOn: null }
    const insured = await aPatient(test, { firstName: 'Ted' }, plan)
    await aVisit(test, { patientId: insured, startsAt: '2026-11-25T15:00' })
    expect(await due(test)).toEqual([])
    const standing = await test.request('estimates.answerSubmit', { patientId: insured, answer: 'no' })
    expect(standing).toMatchObject({ state: 'due', why: 'booked', dueOn: '2026-11-20' })
    expect(standing.answeredWords).toContain('Nov 19, 2026')
    expect(await due(test)).toEqual([[insured, 'booked', '2026-11-20']])
  })

  it('whoever asks, within three business days, until it is given', async () => {
    const { test, patientId } = await aClinic()
    test.setNow('2026-11-25T16:52:00.000Z')
    expect(await test.request('estimates.request', { patientId })).toMatchObject({ state: 'due', why: 'requested', dueOn: '2026-12-01' })
    await test.request('estimates.request', { patientId })
    expect(await due(test)).toEqual([[patientId, 'requested', '2026-12-01']])
    const { draft } = await test.request('estimates.getFor', { patientId })
    await give(test, patientId, draft)
    expect(await due(test)).toEqual([])
  })

  it('nobody for a visit of the next day, nor one whose estimate was kept on paper', async () => {
    const { test, patientId } = await aClinic()
    await aVisit(test, { patientId, startsAt: '2026-11-20T10:00' })
    expect(await test.request('estimates.getStanding', { patientId })).toMatchObject({ state: 'may', why: 'short-notice' })
    await aVisit(test, { patientId, startsAt: '2026-12-10T10:00' })
    expect((await due(test)).length).toBe(1)
    const consent = { kind: 'estimate', signedOn: localDate('2026-11-18'), expiresOn: localDate('2027-11-18'), signedBy: 'Marisol Reyes', remark: '' }
    await test.request('patients.recordConsent', { patientId, consent })
    expect(await due(test)).toEqual([])
  })
})

describe('an estimate being filled in', () => {
  it('is kept as typed until it is given or filled anew', async () => {
    const clinic = await aClinic()
    const { test, patientId } = clinic
    await aSeries(clinic)
    const { draft } = await test.request('estimates.getFor', { patientId })
    const typed = await test.request('estimates.saveDraft', { patientId, draft: { ...draft, service: 'Massage of the neck', visits: 3 } })
    expect(typed).toMatchObject({ isTyped: true, draft: { service: 'Massage of the neck', visits: 3 } })
    expect(typed.remarks).toContain('6 visits are booked in this time, the estimate has 3.')
    expect(await textAt(test, typed.path)).toContain('Massage of the neck')
    expect(await test.request('estimates.refill', { patientId })).toMatchObject({ isTyped: false, draft })
  })

  it('is refused for more than twelve months, for strangers’ services and for another patient’s estimate', async () => {
    const clinic = await aClinic()
    const { test, patientId } = clinic
    await aSeries(clinic)
    const { draft } = await test.request('estimates.getFor', { patientId })
    expect((await test.refuse('documents.issueEstimate', { patientId, draft: { ...draft, to: '2027-11-25' } })).fields?.['draft.to']).toContain('12 months')
    const stranger = { ...draft, providers: draft.providers.map(provider => ({ ...provider, practitionerId: patientId })) }
    expect((await test.refuse('documents.issueEstimate', { patientId, draft: stranger })).fields).toHaveProperty(['draft.providers.0.practitionerId'])
    const paper = await give(test, patientId, draft)
    const other = await aPatient(test, { firstName: 'Ted' })
    expect((await test.refuse('documents.issueEstimate', { patientId: other, draft: { ...draft, replaces: paper.id } })).code).toBe('rule_broken')
  })

  it('never carries somebody else’s diagnosis', async () => {
    const clinic = await aClinic()
    const { test } = clinic
    await aSeries(clinic)
    const { draft } = await test.request('estimates.getFor', { patientId: clinic.patientId })
    const other = await aPatient(test, { firstName: 'Ted' })
    const paper = await give(test, other, draft)
    const text = await textAt(test, paper.path)
    expect(text).toContain('None on file')
    expect(text).not.toContain('M54.2')
  })
})

it('previews nothing for nobody', async () => {
  const { test } = await aClinic()
  expect(await test.app.readPaper('papers/estimate/00000000-0000-4000-8000-999999999999.pdf')).toBeUndefined()
  expect(await test.app.readPaper('papers/estimate/x.pdf')).toBeUndefined()
})
