import { describe, expect, it } from 'vitest'
import { EMPTY_HISTORY } from '../../shared/health/history-changes.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { MOVED_TABLES } from '../../shared/patients/merge.ts'
import { PatientFields } from '../../shared/patients/schema.ts'
import type { Database } from '../db/open.ts'
import { verifySignedNotes } from '../notes/verify-signed-notes.ts'
import { clinicWithFile } from '../testing/clinic-with-file.ts'
import { aPatient as fieldsOf } from '../testing/patients.ts'
import { aPatient, aVisit } from '../testing/records.ts'
import { dump, twoCharts } from '../testing/two-charts.ts'

const columnsTo = (db: Database) =>
  db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_search%' ORDER BY name")
    .all()
    .flatMap(({ name }) =>
      db
        .prepare<[], { table: string; from: string }>(`SELECT "table", "from" FROM pragma_foreign_key_list('${name}')`)
        .all()
        .filter(key => key.table === 'patients')
        .map(key => `${name}.${key.from}`),
    )
    .toSorted()

describe('merging two charts', () => {
  it('knows every place where a patient is named', async () => {
    const { db } = await clinicWithFile()
    const moved = MOVED_TABLES.map(table => `${table}.patient_id`)
    // Alerts and plans are written anew; an estimate half filled in stays; the rest names charts on purpose.
    const others = [
      'estimate_drafts.of_patient',
      'alerts.patient_id',
      'policies.patient_id',
      'patients.guarantor_patient_id',
      'patients.merged_into',
      'notes.signed_for',
      'merges.kept_id',
      'merges.other_id',
    ]
    expect(columnsTo(db)).toEqual([...moved, ...others].toSorted())
  })

  it('moves everything, keeps signatures valid, and finds the kept chart by both numbers', async () => {
    const { test, db, keepId, otherId, childId, merge } = await twoCharts()
    const preview = await test.request('patients.previewMerge', { keepId, otherId })
    expect(preview.moves).toEqual([
      '3 visits',
      '1 series of visits',
      '1 episode',
      '2 notes',
      '1 invoice',
      '1 payment',
      '1 superbill',
      '1 scan',
      '1 consent',
      '2 health histories',
      '1 clearance',
      '2 alerts',
      '1 place on the waitlist',
      '1 patient they pay for',
    ])
    expect((await test.request('patients.findDuplicates', { patientId: keepId })).map(({ id }) => id)).toContain(otherId)
    expect(preview.remarks).toContain('Both have an open episode: “Neck pain 03” and “Neck pain 10”.')
    const before = verifySignedNotes(db)
    const made = await merge()
    expect(made).toMatchObject({ otherName: 'Marisol Ana Reyez', otherChartNumber: 'LM-0002', mergedOn: '2026-11-19', undoUntil: '2026-12-19', obstacle: '' })
    for (const table of [...MOVED_TABLES, 'alerts', 'policies'])
      expect([table, db.prepare(`SELECT count(*) AS left FROM ${table} WHERE patient_id = ?`).get(otherId)]).toEqual([table, { left: 0 }])
    expect([before, verifySignedNotes(db)]).toEqual([
      { checked: 4, problem: null },
      { checked: 4, problem: null },
    ])
    const notes = await test.request('notes.listOfPatient', { patientId: keepId })
    for (const { id } of notes) expect((await test.request('notes.checkSignature', { noteId: id })).isIntact).toBe(true)
    const { alerts, patient, policy } = await test.request('patients.getDetails', { patientId: keepId })
    expect(alerts.map(({ text }) => text)).toEqual(['Avoid left calf', 'Allergy 03', 'Allergy 10'])
    expect([patient.middleName, patient.chartNumber, policy?.memberId]).toEqual(['Ana', 'LM-0001', 'A-1'])
    const { versions } = await test.request('health.get', { patientId: keepId })
    expect(versions.map(({ takenOn }) => takenOn)).toEqual(['2026-11-01', '2026-11-01', '2026-10-10', '2026-10-03'])
    expect((await test.request('patients.getDetails', { patientId: childId })).patient.guarantor).toMatchObject({
      patientId: keepId,
      name: 'Marisol Ana Reyes',
    })
    expect((await test.request('patients.getHousehold', { patientId: keepId })).map(({ patientId }) => patientId)).toEqual([childId])
    for (const scope of ['active', 'all'] as const) {
      const { rows, total } = await test.request('patients.search', { text: 'LM-0002', scope, limit: 5 })
      expect([rows.map(({ id, mergedNumbers }) => [id, mergedNumbers]), total]).toEqual([[[keepId, ['LM-0002']]], 2])
    }
    expect((await test.request('patients.search', { text: 'reyez', scope: 'all', limit: 5 })).rows).toEqual([])
    expect((await test.request('patients.search', { text: '', scope: 'all', limit: 5 })).rows.some(({ id }) => id === otherId)).toBe(false)
    const header = await test.request('patients.getHeader', { patientId: otherId })
    expect(header.mergedInto).toEqual({ patientId: keepId, name: 'Marisol Ana Reyes', chartNumber: 'LM-0001' })
  })

  it('is told in the timeline, with everything else in order', async () => {
    const { test, keepId, merge } = await twoCharts()
    await merge()
    const timeline = await test.request('patients.getTimeline', { patientId: keepId })
    expect(timeline.map(({ on }) => on)).toEqual(
      timeline
        .map(({ on }) => on)
        .toSorted()
        .toReversed(),
    )
    const titles = timeline.map(({ title }) => title)
    for (const title of ['LM-0002 became part of this chart', 'Consent to treatment signed', 'Health history taken', 'Health history refused', 'Chart opened'])
      expect(titles).toContain(title)
  })

  it('leaves a chart to which nothing is added', async () => {
    const { test, keepId, otherId, merge } = await twoCharts()
    await merge()
    const became = 'LM-0002 became part of LM-0001, Marisol Ana Reyes. Open that chart.'
    const save = { patientId: otherId, fields: fieldsOf(), policy: null }
    expect((await test.refuse('patients.save', save)).message).toBe(became)
    expect((await test.refuse('patients.setArchived', { patientId: otherId, isArchived: false })).message).toBe(became)
    expect((await test.refuse('patients.merge', { keepId, otherId, fields: fieldsOf(), policy: null })).message).toBe(became)
    expect((await test.refuse('patients.merge', { keepId, otherId: keepId, fields: fieldsOf(), policy: null })).message).toContain('one and the same chart')
    await expect(aVisit(test, { patientId: otherId, startsAt: '2026-12-21T10:00' })).rejects.toThrow('archived')
  })

  it('is refused in session, with too many alerts, and where one chart says that the patient died', async () => {
    const { test } = await clinicWithFile()
    const [keepId, otherId] = [await aPatient(test), await aPatient(test)]
    const refusal = async () => (await test.refuse('patients.merge', { keepId, otherId, fields: fieldsOf(), policy: null })).message
    const { id: appointmentId } = await aVisit(test, { patientId: otherId, startsAt: '2026-11-19T09:00' })
    for (const status of ['arrived', 'in-session'] as const) await test.request('appointments.setStatus', { appointmentId, status, reason: '' })
    expect(await refusal()).toBe('Marisol Reyes is in session. Finish the visit before merging.')
    for (const status of ['arrived', 'booked'] as const) await test.request('appointments.setStatus', { appointmentId, status, reason: '' })
    const alerts = (from: number) => Array.from({ length: 7 }, (_, index) => ({ kind: 'care' as const, text: `Alert ${from + index}` }))
    await test.request('patients.saveAlerts', { patientId: keepId, alerts: alerts(0) })
    await test.request('patients.saveAlerts', { patientId: otherId, alerts: alerts(10) })
    expect(await refusal()).toBe('Together they have 14 alerts; 12 are the most. Take some away on one chart first.')
    await test.request('patients.saveAlerts', { patientId: keepId, alerts: [] })
    await test.request('patients.setDeceased', { patientId: keepId, deceasedOn: localDate('2026-11-01') })
    expect(await refusal()).toBe('One chart says that the patient died, on the other visits are booked. Put that right first.')
  })
})

describe('undoing a merge', () => {
  it('leaves every record as it was', async () => {
    const { test, db, merge } = await twoCharts()
    const before = dump(db)
    const { id: mergeId } = await merge()
    expect(dump(db)).not.toEqual(before)
    expect(await test.request('patients.undoMerge', { mergeId })).toMatchObject({ undoneOn: '2026-11-19', obstacle: 'This merge was taken apart already.' })
    expect(dump(db)).toEqual(before)
    expect(verifySignedNotes(db)).toEqual({ checked: 4, problem: null })
    expect((await test.request('patients.search', { text: 'reyez', scope: 'active', limit: 5 })).rows).toHaveLength(1)
    expect((await test.request('patients.search', { text: 'LM-0002', scope: 'active', limit: 5 })).rows[0]?.name).toBe('Reyez, Marisol Ana')
    expect((await test.refuse('patients.undoMerge', { mergeId })).message).toBe('This merge was taken apart already.')
  })

  it('leaves with the kept chart what was added or changed since', async () => {
    const { test, keepId, otherId, merge } = await twoCharts()
    const { id: mergeId } = await merge()
    const { patient } = await test.request('patients.getDetails', { patientId: keepId })
    await test.request('patients.save', { patientId: keepId, fields: { ...PatientFields.strip().parse(patient), phone: '(406) 555-0199' }, policy: null })
    const later = await aVisit(test, { patientId: keepId, startsAt: '2026-12-21T10:00' })
    const added = { kind: 'care' as const, text: 'Latex' }
    const { alerts } = await test.request('patients.getDetails', { patientId: keepId })
    await test.request('patients.saveAlerts', { patientId: keepId, alerts: [...alerts.map(({ kind, text }) => ({ kind, text })), added] })
    await test.request('health.save', { patientId: keepId, takenOn: '2026-11-19', history: { ...EMPTY_HISTORY, remark: 'Later' } })
    await test.request('patients.undoMerge', { mergeId })
    const kept = await test.request('patients.getDetails', { patientId: keepId })
    expect([kept.patient.phone, kept.patient.middleName, kept.policy]).toEqual(['(406) 555-0199', '', null])
    expect(kept.alerts.map(({ text }) => text)).toEqual(['Avoid left calf', 'Allergy 03', 'Latex'])
    expect((await test.request('appointments.get', { appointmentId: later.id })).patientId).toBe(keepId)
    expect((await test.request('health.get', { patientId: keepId })).history?.remark).toBe('Later')
    const other = await test.request('patients.getDetails', { patientId: otherId })
    expect([other.patient.lastName, other.policy?.memberId, other.alerts.map(({ text }) => text)]).toEqual(['Reyez', 'A-1', ['Avoid left calf', 'Allergy 10']])
  })

  it('is refused after 30 days, and not on the last of them', async () => {
    const { test, keepId, merge } = await twoCharts()
    const { id: mergeId } = await merge()
    test.setNow('2026-12-20T16:00:00.000Z')
    expect((await test.refuse('patients.undoMerge', { mergeId })).message).toBe('A merge can be undone for 30 days. This one could be until Dec 19, 2026.')
    expect((await test.request('patients.listMerges', { patientId: keepId }))[0]?.obstacle).toContain('until Dec 19, 2026')
    test.setNow('2026-12-19T16:00:00.000Z')
    expect((await test.request('patients.undoMerge', { mergeId })).undoneOn).toBe('2026-12-19')
  })

  it('is refused, saying what, when it would tear something apart', async () => {
    const { test, keepId, episodeId, merge } = await twoCharts()
    const { id: mergeId } = await merge()
    const visit = await aVisit(test, { patientId: keepId, episodeId, startsAt: '2026-12-21T10:00' })
    expect((await test.refuse('patients.undoMerge', { mergeId })).message).toBe(
      'The visit on Dec 21, 2026 was booked since for “Neck pain 10”, which would go back. Take the episode off that visit first.',
    )
    await test.request('appointments.save', { appointmentId: visit.id, episodeId: null, remark: '' })
    await test.request('patients.undoMerge', { mergeId })
  })

  it('is refused once a visit that moved was charged', async () => {
    const { test, otherId, merge } = await twoCharts()
    const visits = await test.request('appointments.listOfPatient', { patientId: otherId })
    const open = visits.find(({ startsAt }) => startsAt === '2026-11-18T09:30')
    if (!open) throw new Error('the visit is not there')
    const { id: mergeId } = await merge()
    await test.request('billing.checkOut', { appointmentId: open.id, payment: null })
    expect((await test.refuse('patients.undoMerge', { mergeId })).message).toMatch(/^The visit on Nov 18, 2026, which would go back, was charged since \(INV-/)
  })

  it('follows a chain: the last merge first', async () => {
    const { test, db, keepId, otherId } = await twoCharts()
    const third = await aPatient(test, { firstName: 'Mari' })
    await aVisit(test, { patientId: third, startsAt: '2026-12-22T10:00' })
    const before = dump(db)
    const fields = fieldsOf({ bornOn: '1984-03-14' })
    const first = await test.request('patients.merge', { keepId: otherId, otherId: third, fields, policy: null })
    const between = dump(db)
    const second = await test.request('patients.merge', { keepId, otherId, fields, policy: null })
    const { rows } = await test.request('patients.search', { text: 'LM-0004', scope: 'active', limit: 5 })
    expect(rows.map(({ id, mergedNumbers }) => [id, mergedNumbers])).toEqual([[keepId, ['LM-0002', 'LM-0004']]])
    expect((await test.request('patients.getHeader', { patientId: third })).mergedInto?.patientId).toBe(keepId)
    expect((await test.refuse('patients.undoMerge', { mergeId: first.id })).message).toBe(
      'LM-0002 itself became part of LM-0001, Marisol Reyes. Undo that merge first.',
    )
    await test.request('patients.undoMerge', { mergeId: second.id })
    expect(dump(db)).toEqual(between)
    await test.request('patients.undoMerge', { mergeId: first.id })
    expect(dump(db)).toEqual(before)
    expect(verifySignedNotes(db).problem).toBeNull()
  })
})
