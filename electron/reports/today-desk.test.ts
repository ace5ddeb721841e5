import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/ipc/contract.ts'
import { ClockTime, localDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, PatientId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { USUAL_DESK_RULES } from '../../shared/practice/desk-rules.ts'
import { anEpisode, aPatient, aPrescription, aVisit, visitFields } from '../testing/records.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
let patientId: PatientId
beforeEach(async () => {
  test = await signedInApp()
  patientId = await aPatient(test, { firstName: 'Imani', lastName: 'Cole' })
  await test.request('data.backUp', {})
})
afterEach(() => test.remove())

type BlockFields = Input<'schedule.saveBlock'>['fields']

const today = () => test.request('reports.today', {})
const ofKind = async (kind: string) =>
  (await today()).attention.filter(item => item.kind === kind).map(({ who, title, detail }) => `${who}: ${title}. ${detail}`)
const block = (given: Partial<BlockFields>) =>
  test.request('schedule.saveBlock', {
    id: null,
    fields: {
      practitionerId: null,
      roomId: null,
      kind: 'break',
      title: 'Lunch',
      firstOn: localDate('2026-11-19'),
      lastOn: null,
      from: ClockTime.parse('12:30'),
      to: ClockTime.parse('13:15'),
      weekdays: [],
      everyWeeks: 1,
      skipped: [],
      ...given,
    },
  })
const wait = async (given: Partial<Input<'waitlist.save'>['fields']> = {}) =>
  test.request('waitlist.save', {
    id: null,
    fields: {
      patientId: await aPatient(test, { firstName: 'Noor', lastName: 'Haddad', phone: '(503) 555-0190' }),
      episodeId: null,
      practitionerId: null,
      visitTypeId: null,
      minutes: 60,
      weekdays: [],
      fromTime: null,
      toTime: null,
      earliestOn: null,
      latestOn: null,
      remark: '',
      ...given,
    },
  })
const cancel = (appointmentId: AppointmentId) => test.request('appointments.setStatus', { appointmentId, status: 'cancelled', reason: 'Ill' })

describe('the day', () => {
  it('shows lunch between the visits, and why the clinic is closed', async () => {
    await block({})
    expect((await today()).blocks).toMatchObject([{ title: 'Lunch', startsAt: '2026-11-19T12:30', minutes: 45 }])
    await block({ kind: 'closure', title: 'Water damage', from: null, to: null, lastOn: localDate('2026-11-19') })
    expect(await today()).toMatchObject({ closedBecause: 'Closed: Water damage', blocks: [{ title: 'Lunch' }] })
    test.setNow('2026-11-26T17:00:00.000Z')
    expect((await today()).closedBecause).toContain('Thanksgiving')
  })
  it('follows midnight by the clinic’s clock', async () => {
    await aVisit(test, { patientId, startsAt: '2026-11-20T09:00' })
    test.setNow('2026-11-20T06:59:00.000Z')
    expect(await today()).toMatchObject({ day: '2026-11-19', visits: [] })
    test.setNow('2026-11-20T07:00:00.000Z')
    expect(await today()).toMatchObject({ day: '2026-11-20', visits: [{ startsAt: '2026-11-20T09:00' }] })
  })
  it('names what is missing for those still to begin, and no longer for those in session', async () => {
    const { id } = await aVisit(test, { patientId, startsAt: '2026-11-19T11:00' })
    expect((await today()).missing).toMatchObject([
      { appointmentId: id, items: [{ kind: 'consent' }, { kind: 'consent' }, { kind: 'intake' }, { kind: 'policy' }] },
    ])
    await test.request('appointments.setStatus', { appointmentId: id, status: 'arrived', reason: '' })
    expect((await today()).missing).toHaveLength(1)
    await test.request('notes.begin', { appointmentId: id })
    expect((await today()).missing).toEqual([])
  })
})

describe('a time that came free', () => {
  it('says how many people on the waitlist fit, until it is taken or past', async () => {
    const { id } = await aVisit(test, { patientId, startsAt: '2026-11-19T16:30' })
    await wait()
    await wait({ fromTime: ClockTime.parse('08:00'), toTime: ClockTime.parse('10:00') })
    expect((await today()).fits).toEqual([])
    await cancel(id)
    expect((await today()).fits).toEqual([{ appointmentId: id, people: 1 }])
    await aVisit(test, { patientId: await aPatient(test, { firstName: 'Ted' }), startsAt: '2026-11-19T16:30' })
    expect((await today()).fits).toEqual([])
  })
  it('is a row for who waits longest, today or tomorrow', async () => {
    await wait({ fromTime: ClockTime.parse('15:00') })
    expect(await ofKind('waitlist')).toEqual(['Noor Haddad: could come today at 3:00 pm. Waits since Nov 19 for 60 min, from 3:00 pm.'])
  })
})

describe('what the desk has to do', () => {
  it('calls about the next working day, one row until all are reached', async () => {
    const first = await aVisit(test, { patientId, startsAt: '2026-11-20T09:00' })
    await aVisit(test, { patientId, startsAt: '2026-11-20T11:00' })
    expect(await ofKind('reminders')).toEqual([': Call 2 patients about tomorrow, Fri, Nov 20. Nobody is reached yet.'])
    await test.request('appointments.recordCall', { appointmentId: first.id, outcome: 'no-answer', remark: '' })
    expect(await ofKind('reminders')).toEqual([': Call 2 patients about tomorrow, Fri, Nov 20. Nobody is reached yet.'])
    await test.request('appointments.recordCall', { appointmentId: first.id, outcome: 'left-message', remark: '' })
    expect(await ofKind('reminders')).toEqual([': Call 1 patient about tomorrow, Fri, Nov 20. 1 of 2 is reached.'])
  })
  it('moves visits that lie on a day closed since, or in time kept free since', async () => {
    await aVisit(test, { patientId, startsAt: '2026-11-24T10:00' })
    await aVisit(test, { patientId, startsAt: '2026-11-25T12:00' })
    await aVisit(test, { patientId, startsAt: '2026-11-25T13:15' })
    expect(await ofKind('in-the-way')).toEqual([])
    await block({ kind: 'closure', title: 'Water damage', firstOn: localDate('2026-11-24'), lastOn: localDate('2026-11-24'), from: null, to: null })
    await block({ firstOn: localDate('2026-11-25') })
    expect(await ofKind('in-the-way')).toEqual([
      'Imani Cole: booked for a closed day. Tue, Nov 24, 10:00 am. Closed: Water damage.',
      'Imani Cole: booked over “Lunch”. Wed, Nov 25, 12:00 pm. Move it, or take the block away.',
    ])
  })
  it('says nothing of a visit booked for Thanksgiving on purpose', async () => {
    const fields = await visitFields(test, { patientId, startsAt: '2026-11-26T12:30' })
    const { id } = await test.request('appointments.book', { fields, overruleReason: 'She can only come then' })
    expect(await test.request('appointments.history', { appointmentId: id })).toContainEqual(expect.objectContaining({ reason: 'She can only come then' }))
    expect(await ofKind('in-the-way')).toEqual([])
  })
  it('says nothing of a visit booked over lunch on purpose, but of what comes in its way later', async () => {
    await block({ firstOn: localDate('2026-11-25') })
    await aVisit(test, { patientId, startsAt: '2026-11-25T12:00' })
    expect(await ofKind('in-the-way')).toEqual([])
    await block({ kind: 'closure', title: 'Water damage', firstOn: localDate('2026-11-25'), lastOn: localDate('2026-11-25'), from: null, to: null })
    expect(await ofKind('in-the-way')).toEqual(['Imani Cole: booked for a closed day. Wed, Nov 25, 12:00 pm. Closed: Water damage.'])
  })
  it('does not take a balance that was allowed for a closed day that was', async () => {
    await test.request('practice.saveDeskRules', { ...USUAL_DESK_RULES, balanceLimit: cents(0), noShowFee: cents(4500) })
    const missed = await aVisit(test, { patientId, startsAt: '2026-11-18T10:00' })
    await test.request('appointments.setStatus', { appointmentId: missed.id, status: 'no-show', reason: '' })
    await test.request('billing.chargeMissed', { appointmentId: missed.id, amount: cents(4500) })
    const fields = await visitFields(test, { patientId, startsAt: '2026-11-24T10:00' })
    await test.request('appointments.book', { fields, overruleReason: 'Pays then' })
    await block({ kind: 'closure', title: 'Water damage', firstOn: localDate('2026-11-24'), lastOn: localDate('2026-11-24'), from: null, to: null })
    expect(await ofKind('in-the-way')).toEqual(['Imani Cole: booked for a closed day. Tue, Nov 24, 10:00 am. Closed: Water damage.'])
  })
  it('re-evaluates at every sixth visit, until the visit says so', async () => {
    const episodeId = await anEpisode(test, patientId)
    await aPrescription(test, episodeId, { visits: 8, visitsUsedBefore: 5 })
    const { id } = await aVisit(test, { patientId, episodeId, startsAt: '2026-11-19T13:15' })
    expect(await ofKind('re-evaluation')).toEqual(['Imani Cole: re-evaluation. Visit 6 of 8, today at 1:15 pm.'])
    await test.request('appointments.save', { appointmentId: id, episodeId, remark: 'Re-evaluation' })
    expect(await ofKind('re-evaluation')).toEqual([])
  })
})
