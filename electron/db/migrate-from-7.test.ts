import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '../../shared/lib/dates.ts'
import { InvoiceId, MergeId, PatientId } from '../../shared/lib/ids.ts'
import { clinicClock } from '../app/clock.ts'
import { creditOf, entriesOfPatient } from '../billing/ledger-repository.ts'
import { getInvoice } from '../billing/repository.ts'
import { chartOf } from '../patients/merge.ts'
import { writeBefore } from '../patients/merge-repository.ts'
import { undoMerge } from '../patients/undo-merge.ts'
import { moneyProblems } from '../testing/money-checks.ts'
import { migrate, versionOf } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { type Database, openDatabase } from './open.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [KEPT, OTHER, MERGE] = [PatientId.parse(id(1)), PatientId.parse(id(2)), MergeId.parse(id(90))]

let dir: string
let db: Database
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'myodesk-from-7-'))
  db = openDatabase(join(dir, 'clinic.db'), randomBytes(32), { mustExist: false })
  migrate(db, migrations.slice(0, 7), () => undefined)
  fillClinic()
  migrate(db, migrations, () => undefined)
})
afterEach(() => {
  db.close()
  rmSync(dir, { recursive: true, force: true })
})

/** Adds a row; columns that must not be empty and are not given become an empty text or 0. */
function add(table: string, given: Readonly<Record<string, string | number | null>>) {
  const columns = db.prepare<[], { name: string; type: string; notnull: number; pk: number; dflt_value: unknown }>(`PRAGMA table_info(${table})`).all()
  const needed = columns.filter(({ notnull, pk, dflt_value }) => notnull === 1 && pk === 0 && dflt_value === null)
  const row = { ...Object.fromEntries(needed.map(({ name, type }) => [name, type === 'INTEGER' ? 0 : ''])), ...given }
  const names = Object.keys(row)
  db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(name => `:${name}`).join(', ')})`).run(row)
}

type Voided = { voidedAt: string; why: string }
function addInvoice(n: number, patientId: string, given: { total: number; paid: number; voided?: Voided }) {
  const day = `2026-11-0${n}`
  const visit = { id: id(10 + n), patient_id: patientId, practitioner_id: id(5), minutes: 60, status: 'finished' }
  add('appointments', { ...visit, starts_at: `${day}T09:00`, ends_at: `${day}T10:00` })
  const { total, paid, voided } = given
  const invoice = { id: id(20 + n), number: `INV-2026-000${n}`, appointment_id: visit.id, patient_id: patientId, service_on: day, issued_on: day, facts: '{}' }
  add('invoices', { ...invoice, total_cents: total, paid_cents: paid, voided_at: voided?.voidedAt ?? null, void_reason: voided?.why ?? '' })
  const line = { position: 1, service_id: id(4), code: '97124', name: 'Massage', modifiers: '[]', pointers: '["A"]', minutes: 30, units: 1 }
  if (total > 0) add('invoice_lines', { ...line, invoice_id: invoice.id, unit_fee_cents: total, charge_cents: total })
}
function addPayment(n: number, invoice: number, given: { amount: number; method?: string; voided?: Voided }) {
  const { amount, method = 'card', voided } = given
  const payment = { id: id(40 + n), invoice_id: id(20 + invoice), amount_cents: amount, method, reference: `Ref ${n}`, paid_on: `2026-11-1${n}` }
  add('payments', { ...payment, recorded_at: `2026-11-1${n}T17:00:00.000Z`, voided_at: voided?.voidedAt ?? null, void_reason: voided?.why ?? '' })
}

/** As 0.3.0 left it: paid, part-paid, a payment voided, an invoice voided, one that cost nothing, and two invoices that came with a merge. */
function fillClinic() {
  add('practitioners', { id: id(5), legal_name: 'Rosa Delgado' })
  add('clinic', { id: 1, name: 'Larkspur', time_zone: 'America/Denver', place_of_service: '11', paper_size: 'letter', opens_at: '08:00', closes_at: '18:00' })
  add('services', { id: id(4), code: '97124', name: 'Massage', is_timed: 1, minutes_per_unit: 15, modifiers: '[]', is_active: 1 })
  for (const [place, patientId] of [KEPT, OTHER].entries())
    add('patients', {
      place,
      id: patientId,
      chart_number: `LM-000${place + 1}`,
      first_name: 'Maria',
      last_name: 'Ortega',
      born_on: '1980-02-03',
      registered_on: '2026-01-05',
    })
  addInvoice(1, KEPT, { total: 9000, paid: 9000 })
  addPayment(1, 1, { amount: 4000, method: 'check' })
  addPayment(2, 1, { amount: 5000 })
  addInvoice(2, KEPT, { total: 9000, paid: 2500 })
  addPayment(3, 2, { amount: 6500, voided: { voidedAt: '2026-11-14T18:00:00.000Z', why: 'Declined' } })
  addPayment(4, 2, { amount: 2500, method: 'hsa' })
  addInvoice(3, KEPT, { total: 9000, paid: 0, voided: { voidedAt: '2026-11-15T19:00:00.000Z', why: 'Wrong payer' } })
  addPayment(5, 3, { amount: 1000, voided: { voidedAt: '2026-11-15T18:00:00.000Z', why: 'Wrong invoice' } })
  addInvoice(4, KEPT, { total: 0, paid: 0 })
  addInvoice(5, KEPT, { total: 4500, paid: 4500 })
  addPayment(6, 5, { amount: 4500 })
  addInvoice(6, KEPT, { total: 4500, paid: 0 })
  const none = ['attachments', 'clearances', 'consents', 'documents', 'episodes', 'health_versions', 'notes', 'series', 'waitlist']
  const rows = { ...Object.fromEntries(none.map(table => [table, []])), appointments: [id(15), id(16)], invoices: [id(25), id(26)] }
  const moved = JSON.stringify({ rows, sequences: [], paidFor: [], households: [] })
  const merged = { merged_at: '2026-11-10T17:00:00.000Z', merged_on: '2026-11-10', merged_by: 'Rosa Delgado', before: '{}' }
  add('merges', { id: MERGE, kept_id: KEPT, other_id: OTHER, moved, ...merged })
  db.prepare('UPDATE patients SET merged_into = ?, is_archived = 1, place = -1 - place WHERE id = ?').run(KEPT, OTHER)
}

const invoice = (n: number) => getInvoice(db, InvoiceId.parse(id(20 + n)))
const sums = (patientId: PatientId) => entriesOfPatient(db, patientId).reduce((sum, { amount }) => sum + amount, 0)

describe('a clinic saved by 0.3.0', () => {
  it('has every charge and payment in the ledger, and every balance as it was', () => {
    expect(versionOf(db)).toBe(migrations.length)
    expect(moneyProblems({ db })).toEqual([])
    expect([1, 2, 3, 4, 5, 6].map(n => invoice(n)).map(({ status, paid, balance }) => [status, paid, balance])).toEqual([
      ['paid', 9000, 0],
      ['open', 2500, 6500],
      ['void', 0, 0],
      ['paid', 0, 0],
      ['paid', 4500, 0],
      ['open', 0, 4500],
    ])
    expect(sums(KEPT)).toBe(6500 + 4500)
    expect(creditOf(db, KEPT)).toEqual([])
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })
  it('unfolds a balance to what was entered, taken back too, and shows voided payments with their reason', () => {
    expect(invoice(2).entries.map(({ kind, amount, on, reason, isReversed }) => [kind, amount, on, reason, isReversed])).toEqual([
      ['charge', 9000, '2026-11-02', '', false],
      ['payment', -6500, '2026-11-13', '', true],
      ['payment', -2500, '2026-11-14', '', false],
      ['payment', 6500, '2026-11-14', 'Declined', false],
    ])
    expect(invoice(2).payments).toMatchObject([
      { amount: 6500, method: 'card', voidReason: 'Declined' },
      { amount: 2500, received: 2500, method: 'hsa', reference: 'Ref 4', voidedAt: null },
    ])
    expect(invoice(3).entries.map(({ kind, amount, reason }) => [kind, amount, reason])).toEqual([
      ['charge', 9000, ''],
      ['payment', -1000, ''],
      ['payment', 1000, 'Wrong invoice'],
      ['charge', -9000, 'Wrong payer'],
    ])
  })
  it('changes and deletes none of it any more', () => {
    const run = (sql: string) => () => void db.exec(sql)
    expect(run('UPDATE ledger SET amount_cents = 1')).toThrow('An entry of the ledger does not change')
    expect(run('DELETE FROM ledger')).toThrow('An entry of the ledger is never deleted')
    expect(run('UPDATE payments SET amount_cents = 1')).toThrow('A payment keeps what was received')
    expect(run('DELETE FROM payments')).toThrow('A payment is never deleted')
    expect(run(`UPDATE invoices SET paid_cents = 9001 WHERE id = '${id(21)}'`)).toThrow(/CHECK/)
    const again = `INSERT INTO ledger SELECT NULL, '${id(99)}', patient_id, NULL, payment_id, NULL, 'credit', 1, NULL, entry_on, recorded_at, '', '', NULL FROM ledger WHERE payment_id IS NOT NULL LIMIT 1`
    expect(run(again)).toThrow('There is not that much money on the account')
  })
  it('can still undo a merge made before: its invoices, payments and entries go back', () => {
    const [keep, other] = [chartOf(db, KEPT), chartOf(db, OTHER)]
    writeBefore(db, MERGE, { keep, other: { ...other, patient: { ...other.patient, isArchived: false } }, after: keep })
    const clock = clinicClock({ now: () => '2026-11-19T17:00:00.000Z' as Instant }, () => 'America/Denver')
    undoMerge({ db, clock }, { mergeId: MERGE })
    expect(entriesOfPatient(db, OTHER).map(({ invoiceNumber, amount }) => [invoiceNumber, amount])).toEqual([
      ['INV-2026-0005', 4500],
      ['INV-2026-0006', 4500],
      ['INV-2026-0005', -4500],
    ])
    expect([sums(KEPT), sums(OTHER)]).toEqual([6500, 4500])
    expect(db.prepare('SELECT id FROM payments WHERE patient_id = ?').all(OTHER)).toEqual([{ id: id(46) }])
    expect(moneyProblems({ db })).toEqual([])
  })
})
