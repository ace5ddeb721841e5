import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { type DocumentId, WaitlistId } from '../../shared/lib/ids.ts'
import { visitFields } from '../testing/records.ts'
import { twoCharts } from '../testing/two-charts.ts'

async function merged() {
  const charts = await twoCharts()
  const { test, otherId } = charts
  const papers = await test.request('documents.list', { patientId: otherId })
  const bill = papers.find(({ kind }) => kind === 'superbill')
  if (!bill) throw new Error('The other chart has no superbill.')
  const bytesOf = async (documentId: DocumentId) => {
    const { path } = await test.request('documents.open', { documentId })
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  }
  const before = await bytesOf(bill.id)
  await charts.merge()
  return { ...charts, bill, bytesOf, before }
}

const [from, to] = [localDate('2026-11-18'), localDate('2026-11-18')]

it('corrects a superbill of the chart that moved, under the name kept, and leaves the old one as it was', async () => {
  const { test, keepId, bill, bytesOf, before } = await merged()
  expect(await test.request('documents.previewSuperbill', { patientId: keepId, from, to })).toMatchObject({
    visits: 1,
    obstacle: null,
    differsFromIssued: true,
  })
  const corrected = await test.request('documents.issueSuperbill', { patientId: keepId, from, to, replaces: bill.id, reason: 'Charts made one' })
  expect(corrected).toMatchObject({ number: bill.number, version: 2, patientId: keepId, total: bill.total })
  expect(await bytesOf(bill.id)).toBe(before)
  expect(await bytesOf(corrected.id)).not.toBe(before)
})

it('is not undone under a superbill that holds visits of both charts', async () => {
  const { test, keepId } = await merged()
  const both = await test.request('documents.issueSuperbill', { patientId: keepId, from, to: localDate('2026-11-19'), replaces: null, reason: '' })
  const [made] = await test.request('patients.listMerges', { patientId: keepId })
  expect(made?.obstacle).toBe(`${both.number} was issued on Nov 19, 2026 for what would go back.`)
})

it('is undone where somebody who waited was booked since: that visit and the place on the waitlist stay with the kept chart', async () => {
  const { test, db, keepId } = await merged()
  const waitlistId = WaitlistId.parse(db.prepare("SELECT id FROM waitlist WHERE id LIKE '%10'").pluck().get())
  const { id } = await test.request('appointments.book', { fields: await visitFields(test, { patientId: keepId, startsAt: '2026-12-21T10:00' }), waitlistId })
  const [made] = await test.request('patients.listMerges', { patientId: keepId })
  expect(made?.obstacle).toBe('')
  if (made) await test.request('patients.undoMerge', { mergeId: made.id })
  expect(db.prepare('SELECT patient_id, appointment_id FROM waitlist WHERE id = ?').get(waitlistId)).toEqual({ patient_id: keepId, appointment_id: id })
  expect(await test.request('appointments.get', { appointmentId: id })).toMatchObject({ patientId: keepId })
})
