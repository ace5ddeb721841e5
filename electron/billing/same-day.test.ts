import { beforeEach, describe, expect, it } from 'vitest'
import { InvoiceFacts } from '../../shared/billing/invoice-facts.ts'
import type { SameDayAnswer } from '../../shared/billing/same-day-answer.ts'
import type { Region } from '../../shared/body-chart/regions.ts'
import type { AppointmentId, PatientId } from '../../shared/lib/ids.ts'
import type { Payer } from '../../shared/practice/schema.ts'
import type { Database } from '../db/open.ts'
import { clinicWithFile } from '../testing/clinic-with-file.ts'
import { aPatient, aPayer, aVisit, noteContent } from '../testing/records.ts'
import type { TestApp } from '../testing/test-app.ts'

let test: TestApp
let db: Database
let patientId: PatientId
beforeEach(async () => {
  const clinic = await clinicWithFile()
  test = clinic.test
  db = clinic.db
})

const APART: Readonly<Record<string, Region[]>> = { 97124: ['upper-back'], 97140: ['neck'] }
const paidBy = async (given: Partial<Omit<Payer, 'id'>>) => {
  const payerId = await aPayer(test, { requiresPrescription: false, sameDayModifier: 'XS', ...given })
  const policy = { payerId, memberId: 'M1', groupNumber: '', planName: '', relation: 'self' as const, insuredName: '', insuredBornOn: null }
  patientId = await aPatient(test, {}, policy)
}
const treated = async (minutes: Readonly<Record<string, number>>, given: { at?: string; regions?: typeof APART } = {}) => {
  const visit = await aVisit(test, { patientId, startsAt: `2026-11-19T${given.at ?? '08:00'}`, minutes: 60 })
  const { id, revision } = await test.request('notes.begin', { appointmentId: visit.id })
  const content = await noteContent(test, minutes)
  const blocks = content.blocks.map(block => ({ ...block, regions: given.regions?.[block.code] ?? block.regions }))
  await test.request('notes.saveDraft', { noteId: id, revision, content: { ...content, blocks } })
  return visit.id
}
const preview = (appointmentId: AppointmentId) => test.request('billing.previewCheckOut', { appointmentId })
const answer = (appointmentId: AppointmentId, given: SameDayAnswer) => test.request('billing.answerSameDay', { appointmentId, answer: given })
const checkOut = (appointmentId: AppointmentId) => test.request('billing.checkOut', { appointmentId, payment: null })
const factsOf = (invoiceId: string) => InvoiceFacts.parse(JSON.parse(String(db.prepare('SELECT facts FROM invoices WHERE id = ?').pluck().get(invoiceId))))
const modifiers = (lines: readonly { code: string; modifiers: readonly string[] }[]) =>
  Object.fromEntries(lines.map(line => [line.code, line.modifiers.join(' ')]))

describe('massage and manual therapy on one visit', () => {
  it('is asked about, answered once, frozen with who said so', async () => {
    await paidBy({ autoModifiers: ['GP'], mustCarry: ['taxonomy'], placeOfService: '12' })
    const visit = await treated({ 97124: 24, 97140: 28 }, { regions: APART })
    expect((await preview(visit)).sameDay).toMatchObject({ answer: null, choices: [{ isPossible: true }, { isPossible: true }, { isPossible: true }] })
    const answered = await answer(visit, 'regions')
    expect(answered.sameDay).toMatchObject({ answer: 'regions', answeredWords: 'Rosa Delgado, Nov 19, 2026' })
    const invoice = await checkOut(visit)
    expect(modifiers(invoice.lines)).toEqual({ 97124: 'XS GP', 97140: 'GP' })
    expect(invoice.lines.map(line => line.placeOfService)).toEqual(['12', '12'])
    expect(invoice.explanation).toContain('XS on ')
    expect(factsOf(invoice.id)).toMatchObject({
      mustCarry: ['taxonomy'],
      sameDay: { answer: 'regions', modifier: 'XS', answeredWords: 'Rosa Delgado, Nov 19, 2026' },
      worked: [
        { code: '97124', minutes: 24, units: 1, regions: ['upper-back'] },
        { code: '97140', minutes: 28, units: 2, regions: ['neck'] },
      ],
    })
    expect(await test.refuse('billing.answerSameDay', { appointmentId: visit, answer: 'same' })).toMatchObject({ code: 'conflict' })
  })
  it('keeps every answer, and the newest counts', async () => {
    await paidBy({})
    const visit = await treated({ 97124: 24, 97140: 28 })
    await answer(visit, 'time')
    await answer(visit, 'same')
    const invoice = await checkOut(visit)
    expect(modifiers(invoice.lines)).toEqual({ 97124: '', 97140: '' })
    expect(invoice.explanation).toContain('Cascadia Mutual may pay only one of the two')
    expect(db.prepare('SELECT answer, answered_by FROM same_day_answers ORDER BY row').raw().all()).toEqual([
      ['time', 'Rosa Delgado'],
      ['same', 'Rosa Delgado'],
    ])
  })
  it('refuses what the note does not bear out, and what was not asked', async () => {
    await paidBy({})
    const together = await treated({ 97124: 24, 97140: 28 })
    expect(await test.refuse('billing.answerSameDay', { appointmentId: together, answer: 'regions' })).toMatchObject({
      code: 'rule_broken',
      message: expect.stringContaining('The note does not bear that out.'),
    })
    const alone = await treated({ 97124: 24 }, { at: '10:00' })
    expect((await test.refuse('billing.answerSameDay', { appointmentId: alone, answer: 'time' })).message).toContain('Nothing is asked')
    expect(db.prepare('SELECT count(*) FROM same_day_answers').pluck().get()).toBe(0)
  })
})

describe('a second visit of the day', () => {
  it('counts minutes that earned nothing before, and asks about manual therapy of the first', async () => {
    await paidBy({})
    await checkOut(await treated({ 97140: 15, 97124: 7 }, { regions: APART }))
    const second = await treated({ 97124: 8 }, { at: '14:00', regions: APART })
    const asked = await preview(second)
    expect(asked.lines).toMatchObject([{ code: '97124', units: 1 }])
    expect(asked.explanation).toContain('30 hands-on minutes of the day = 2 units; 1 charged on INV-2026-0001, 1 now.')
    expect(asked.sameDay?.choices.map(choice => choice.isPossible)).toEqual([true, true, true])
    expect(modifiers((await answer(second, 'time')).lines)).toEqual({ 97124: 'XS' })
  })
  it('is limited by the day of the payer', async () => {
    await paidBy({ maxUnitsPerDay: 4 })
    await checkOut(await treated({ 97124: 45 }))
    const second = await treated({ 97124: 45 }, { at: '14:00' })
    expect(await checkOut(second)).toMatchObject({ lines: [{ units: 1 }], explanation: expect.stringContaining('at most 4 a day, and 3 were charged before') })
    const third = await treated({ 97124: 45 }, { at: '16:00' })
    expect((await preview(third)).obstacle).toContain('Nothing is left to charge for this visit.')
  })
  it('goes by the lines of an invoice that kept no more, and leaves another payer’s visit out', async () => {
    await paidBy({})
    const first = await checkOut(await treated({ 97124: 20 }))
    db.exec('DROP TRIGGER invoices_keep_what_was_charged')
    const set = (path: string) => db.prepare(`UPDATE invoices SET facts = ${path} WHERE id = ?`).run(first.id)
    const second = await treated({ 97124: 7 }, { at: '14:00' })
    set("json_set(facts, '$.payerId', '00000000-0000-4000-8000-00000000ffff')")
    expect((await preview(second)).obstacle).toContain('too few to charge')
    set("json_remove(facts, '$.payerId', '$.worked', '$.mustCarry', '$.sameDay')")
    expect((await preview(second)).lines).toMatchObject([{ units: 1 }])
    expect(factsOf(first.id)).toMatchObject({ worked: [], mustCarry: [], sameDay: null, payerId: null })
  })
})
