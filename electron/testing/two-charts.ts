import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_HISTORY } from '../../shared/health/history-changes.ts'
import { localDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import type { Database } from '../db/open.ts'
import { clinicWithFile } from './clinic-with-file.ts'
import { aPatient as fieldsOf } from './patients.ts'
import { aNote, anEpisode, aPatient, aPayer, aPrescription, aVisit } from './records.ts'
import { aPdf } from './scans.ts'
import type { TestApp } from './test-app.ts'

/** Everything a chart can hold: treated, charged, paid, printed, told, signed, scanned, waiting. */
async function fillChart(test: TestApp, db: Database, patientId: PatientId, from: { day: string; ends: string }) {
  const { day, ends } = from
  const episodeId = await anEpisode(test, patientId, { condition: `Neck pain ${ends}` })
  await aPrescription(test, episodeId, { expiresOn: localDate('2027-03-01') })
  for (const time of ['08:00', '09:30']) {
    const visit = await aVisit(test, { patientId, episodeId, startsAt: `${day}T${time}` })
    await test.request('appointments.setStatus', { appointmentId: visit.id, status: 'arrived', reason: '' })
    await test.request('appointments.setStatus', { appointmentId: visit.id, status: 'in-session', reason: '' })
    await aNote(test, visit.id, { minutes: { 97124: 30 }, isSigned: true })
    if (time === '08:00') await test.request('billing.checkOut', { appointmentId: visit.id, payment: { amount: cents(4500), method: 'cash', reference: '' } })
  }
  const visitOn = localDate(day)
  await test.request('documents.issueSuperbill', { patientId, from: visitOn, to: visitOn, replaces: null, reason: '' })
  await aVisit(test, { patientId, episodeId, startsAt: `2026-12-${ends}T10:00` })
  const fields = { item: 'anticoagulants' as const, givenBy: 'Dr. Amari', givenOn: '2026-10-08', expiresOn: '2027-01-08', terms: 'Light pressure.' }
  await test.request('health.saveClearance', { patientId, clearanceId: null, fields })
  await test.request('health.save', { patientId, takenOn: `2026-10-${ends}`, history: { ...EMPTY_HISTORY, remark: `Told ${ends}` } })
  await test.request('health.recordRefusal', { patientId, on: '2026-11-01', reason: 'Not today' })
  const signed = { kind: 'treatment', signedOn: '2026-10-01', expiresOn: null, signedBy: 'Marisol Reyes', remark: '' }
  await test.request('patients.recordConsent', { patientId, consent: signed })
  await test.request('patients.saveAlerts', {
    patientId,
    alerts: [
      { kind: 'care', text: 'Avoid left calf' },
      { kind: 'never', text: `Allergy ${ends}` },
    ],
  })
  const scan = join(test.dir, `scan-${ends}.pdf`)
  writeFileSync(scan, aPdf())
  test.desktop.chosenFiles.push(scan)
  await test.request('attachments.attach', { patientId, kind: 'other', refId: null })
  const id = (kind: number) => `00000000-0000-4000-8${kind}00-0000000000${ends}`
  db.prepare('INSERT INTO series (id, patient_id, plan, created_on) VALUES (?, ?, ?, ?)').run(id(1), patientId, '{}', '2026-11-01')
  db.prepare("INSERT INTO waitlist (id, patient_id, minutes, weekdays, remark, added_at) VALUES (?, ?, 60, '[]', '', '2026-11-01T16:00:00.000Z')").run(
    id(2),
    patientId,
  )
  return { episodeId }
}

/** Two full charts of one person, and a child for whom the second one pays; `merge` makes them one. */
export async function twoCharts() {
  const { test, db } = await clinicWithFile()
  const payerId = await aPayer(test)
  const policy = { payerId, memberId: 'A-1', groupNumber: '', planName: '', relation: 'self' as const, insuredName: '', insuredBornOn: null }
  const keepId = await aPatient(test, { phone: '(406) 555-0100' })
  const otherId = await aPatient(test, { lastName: 'Reyez', middleName: 'Ana', email: 'm@example.org' }, policy)
  const { episodeId: keptEpisode } = await fillChart(test, db, keepId, { day: '2026-11-19', ends: '03' })
  const { episodeId } = await fillChart(test, db, otherId, { day: '2026-11-18', ends: '10' })
  const childId = await aPatient(test, { firstName: 'Kid', guarantor: { patientId: otherId, name: 'x', relation: 'mother', phone: '' } })
  await test.request('patients.joinHousehold', { patientId: childId, withId: otherId })
  const merge = () => test.request('patients.merge', { keepId, otherId, fields: fieldsOf({ bornOn: '1984-03-14', middleName: 'Ana' }), policy })
  return { test, db, keepId, otherId, childId, episodeId, keptEpisode, policy, merge }
}

const NOT_COMPARED = ['merges', 'audit_log', 'sqlite_sequence']

/** Every row of the clinic’s file but the log, the merges themselves and the places in the list. */
export function dump(db: Database): Record<string, unknown[]> {
  const tables = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_search%' ORDER BY name")
    .all()
    .map(({ name }) => name)
    .filter(name => !NOT_COMPARED.includes(name) && !name.startsWith('sqlite_'))
  const rowsOf = (table: string) =>
    db
      .prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`)
      .all()
      .map(({ place: _place, ...row }) => JSON.stringify(row, (_key, value) => (value instanceof Uint8Array ? value.length : value)))
      .toSorted()
  return Object.fromEntries(tables.map(table => [table, rowsOf(table)]))
}
