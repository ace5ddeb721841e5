import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { BatchRequest } from '../../shared/documents/batch.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { JobId } from '../../shared/lib/ids.ts'
import { aBilledPatient, aChargedVisit } from '../testing/billed-patients.ts'
import { keep } from '../testing/clinic-folder.ts'
import { pdfText } from '../testing/pdf-text.ts'
import { anEpisode, aPayer, aPrescription } from '../testing/records.ts'
import { countedId, signedInApp, type TestApp } from '../testing/test-app.ts'

const MONTH = { from: localDate('2026-11-01'), to: localDate('2026-11-30') }
const NOTHING_CHARGED = 'Nothing was charged on these dates. Check the visit out first, or choose other dates.'
let test: TestApp
let payerId: Awaited<ReturnType<typeof aPayer>>
let folder: string
let jobs = 0

beforeEach(async () => {
  test = keep(await signedInApp())
  payerId = await aPayer(test)
  folder = join(test.dir, 'chosen')
  mkdirSync(folder)
})

const aPatientWithVisits = (person: Parameters<typeof aBilledPatient>[1]['person'], days: readonly string[], isSigned = true) =>
  aBilledPatient(test, { payerId, person: person ?? {}, days, isSigned })

const preview = (show: 'all' | 'ready' = 'all') => test.request('documents.previewBatch', { ...MONTH, show, offset: 0 })
function batch(changes: Partial<BatchRequest> = {}) {
  const jobId = JobId.parse(countedId(900_000 + ++jobs))
  return test.request('documents.startBatch', { jobId, ...MONTH, patientIds: null, without: [], again: true, order: 'name', as: 'files', ...changes })
}
const filesIn = (name: string) => readdirSync(join(folder, name)).toSorted()

describe('previewing a month', () => {
  it('says of every patient what stands, what can be issued and what is missing, with the way to fix it', async () => {
    await aPatientWithVisits({ lastName: 'Abara', firstName: 'Chidi' }, ['2026-11-02T09:00', '2026-11-09T09:00'])
    const unsigned = await aPatientWithVisits({ lastName: 'Brook', firstName: 'Ada' }, ['2026-11-03T10:00'], false)
    const stands = await aPatientWithVisits({ lastName: 'Castillo', firstName: 'Inés' }, ['2026-11-04T10:00'])
    await test.request('documents.issueSuperbill', { patientId: stands, ...MONTH, replaces: null, reason: '' })
    const { rows, counts, patients, visits } = await preview()
    expect(counts).toEqual({ all: 3, ready: 1, missing: 1, issued: 1, changed: 0 })
    expect([patients, visits]).toEqual([3, 4])
    expect(rows.map(row => [row.patientName, row.state, row.visits])).toEqual([
      ['Abara, Chidi', 'ready', 2],
      ['Brook, Ada', 'missing', 1],
      ['Castillo, Inés', 'issued', 1],
    ])
    expect(rows[1]).toMatchObject({ patientId: unsigned, problem: expect.stringContaining('not signed'), fix: { screen: 'session' } })
    expect(rows[2]?.issued?.number).toBe('SB-2026-0001')
    expect((await preview('ready')).rows).toHaveLength(1)
  })

  it('gives each practitioner, plan and accident a superbill of its own instead of refusing', async () => {
    const patientId = await aPatientWithVisits({}, ['2026-11-02T09:00'])
    const claim = { payerId: null, claimNumber: 'W-1', injuredOn: null, state: '' as const, adjuster: '', employer: '', attorney: '' }
    const work = { condition: 'Strain', kind: 'work' as const, onsetOn: null, regions: ['neck' as const], plannedVisits: null, planRemark: '', claim }
    const { id } = await test.request('episodes.open', { patientId, fields: work })
    await aChargedVisit(test, { patientId, episodeId: id, day: '2026-11-05T09:00' })
    expect((await preview()).rows.map(row => row.visits)).toEqual([1, 1])
  })

  it('refuses days in the wrong order and more than a year', async () => {
    const page = { show: 'all' as const, offset: 0 }
    expect(await test.refuse('documents.previewBatch', { from: '2026-11-02', to: '2026-11-01', ...page })).toMatchObject({ code: 'invalid_input' })
    expect(await test.refuse('documents.previewBatch', { from: '2025-11-01', to: '2026-11-02', ...page })).toMatchObject({ code: 'invalid_input' })
  })
})

describe('a month of superbills', () => {
  it('issues what is ready, prints again what stands, and says why the rest is left out', async () => {
    await aPatientWithVisits({ lastName: 'Abara', firstName: 'Chidi' }, ['2026-11-02T09:00', '2026-11-09T09:00'])
    await aPatientWithVisits({ lastName: 'Brook', firstName: 'Ada' }, ['2026-11-03T10:00'], false)
    const stands = await aPatientWithVisits({ lastName: 'Castillo', firstName: 'Inés' }, ['2026-11-04T10:00'])
    await test.request('documents.issueSuperbill', { patientId: stands, ...MONTH, replaces: null, reason: '' })
    test.desktop.chosenFolders.push(folder)
    const result = await batch()
    expect(result).toMatchObject({ state: 'done', newCount: 1, againCount: 1, skippedCount: 1, place: join(folder, 'Superbills 2026-11') })
    const [issued] = result?.papers ?? []
    expect(result, 'the sum is of what was issued, without what was printed again').toMatchObject({ newTotal: issued?.total, newPaid: issued?.paid })
    expect(issued?.paid).toBeGreaterThan(0)
    expect(result?.papers.map(paper => [paper.number, paper.patientName, paper.isNew])).toEqual([
      ['SB-2026-0002', 'Abara, Chidi', true],
      ['SB-2026-0001', 'Castillo, Inés', false],
    ])
    expect(result?.skipped).toMatchObject([{ patientName: 'Brook, Ada', reason: expect.stringContaining('not signed') }])
    expect(filesIn('Superbills 2026-11')).toEqual(['SB-2026-0001 Castillo Inés.pdf', 'SB-2026-0002 Abara Chidi.pdf'])
    const text = await pdfText(readFileSync(join(folder, 'Superbills 2026-11', 'SB-2026-0002 Abara Chidi.pdf')))
    expect(text).toContain('2 dates of service')
    expect((await preview()).counts).toMatchObject({ ready: 0, issued: 2 })
  })

  it('prints the same papers again, to the byte, without issuing anything anew', async () => {
    await aPatientWithVisits({}, ['2026-11-02T09:00'])
    test.desktop.chosenFolders.push(folder, folder)
    await batch()
    expect(await batch()).toMatchObject({ newCount: 0, againCount: 1, place: join(folder, 'Superbills 2026-11 (2)') })
    const [first, second] = ['Superbills 2026-11', 'Superbills 2026-11 (2)'].map(name => readFileSync(join(folder, name, 'SB-2026-0001 Reyes Marisol.pdf')))
    expect(second && first?.equals(second)).toBe(true)
    test.desktop.chosenFolders.push(folder)
    expect(await batch({ again: false })).toMatchObject({ newCount: 0, againCount: 0, skippedCount: 0, place: '' })
  })

  it('prints one file by ZIP and street, and opens it', async () => {
    const living = (zip: string) => ({ address: { street: '9 Willow Lane', street2: '', city: 'Denver', state: 'CO' as const, zip } })
    await aPatientWithVisits({ lastName: 'Abara', firstName: 'Chidi', ...living('80299') }, ['2026-11-02T09:00'])
    await aPatientWithVisits({ lastName: 'Zoll', firstName: 'Uma', ...living('80201') }, ['2026-11-03T10:00'])
    const result = await batch({ as: 'one', order: 'route' })
    expect(result?.papers.map(paper => paper.patientName)).toEqual(['Zoll, Uma', 'Abara, Chidi'])
    expect(test.desktop.opened).toEqual([result?.place])
    const text = await pdfText(readFileSync(result?.place ?? ''))
    expect(text.indexOf('Uma Zoll')).toBeLessThan(text.indexOf('Chidi Abara'))
    expect(text.match(/Page 1 of 1|PAGE 1 of 1/gi)?.length).toBe(2)
  })

  it('names files by the clinic’s pattern, and two of one name apart', async () => {
    await aPatientWithVisits({ lastName: '../..', firstName: 'CON' }, ['2026-11-02T09:00'])
    await aPatientWithVisits({ lastName: '../..', firstName: 'con' }, ['2026-11-03T10:00'])
    const rules = await test.request('practice.getBillingRules', {})
    await test.request('practice.saveBillingRules', { ...rules, superbillFileName: '{last name} {first name}' })
    test.desktop.chosenFolders.push(folder)
    await batch()
    expect(readdirSync(folder)).toEqual(['Superbills 2026-11'])
    expect(
      filesIn('Superbills 2026-11')
        .map(name => name.toLowerCase())
        .toSorted(),
    ).toEqual(['paper con (2).pdf', 'paper con.pdf'])
  })

  it('leaves out whom one left out, and does nothing where no folder was chosen', async () => {
    const patientId = await aPatientWithVisits({}, ['2026-11-02T09:00'])
    expect(await batch()).toBeNull()
    expect((await preview()).counts.ready).toBe(1)
    test.desktop.chosenFolders.push(folder, folder)
    expect(await batch({ without: [patientId] })).toMatchObject({ state: 'done', newCount: 0, place: '' })
    expect(await batch({ patientIds: [patientId] })).toMatchObject({ newCount: 1 })
  })

  it('is stopped half-way: what was issued stays, no file and no folder does', async () => {
    for (const [index, lastName] of ['Abara', 'Brook', 'Castillo', 'Diaz'].entries()) await aPatientWithVisits({ lastName }, [`2026-11-0${index + 2}T09:00`])
    test.desktop.chosenFolders.push(folder)
    const jobId = JobId.parse(countedId(999_000))
    const seen: number[] = []
    test.app.onEvent(event => {
      if (event.kind !== 'progress') return
      seen.push(event.done)
      if (event.done === 2) void test.app.invoke('documents.stopJob', { jobId })
    })
    const result = await batch({ jobId })
    expect(result).toMatchObject({ state: 'cancelled', place: '', problem: '' })
    expect(seen).toEqual([0, 1, 2])
    expect(result?.newCount).toBeGreaterThanOrEqual(2)
    expect(readdirSync(folder)).toEqual([])
    expect((await preview()).counts.issued).toBe(result?.newCount)
    expect(await test.request('documents.getBatch', { jobId: null, offset: 0 })).toMatchObject({ jobId, state: 'cancelled' })
    await test.request('documents.closeBatch', { jobId })
    expect(await test.request('documents.getBatch', { jobId: null, offset: 0 })).toBeNull()
  })

  it('keeps no file where the folder cannot be written, and says so', async () => {
    await aPatientWithVisits({}, ['2026-11-02T09:00'])
    test.desktop.chosenFolders.push(join(test.dir, 'gone'))
    expect(await batch()).toMatchObject({ state: 'failed', place: '', problem: expect.stringContaining('There is no folder') })
  })

  it('makes no file where everybody is left out, and says why', async () => {
    await aPatientWithVisits({ lastName: 'Abara', firstName: 'Chidi' }, ['2026-11-02T09:00'], false)
    await aPatientWithVisits({ lastName: 'Brook', firstName: 'Ada' }, ['2026-11-03T10:00'], false)
    const result = await batch({ as: 'one' })
    expect(result).toMatchObject({ state: 'done', problem: '', place: '', papers: [], skippedCount: 2 })
    expect(result?.skipped.map(({ patientName }) => patientName)).toEqual(['Abara, Chidi', 'Brook, Ada'])
    for (const { reason } of result?.skipped ?? []) expect(reason).toContain('not signed')
    expect([readdirSync(join(test.dir, 'papers')), test.desktop.opened]).toEqual([[], []])
  })

  it.each(['one', 'files'] as const)('makes no file (%s) where the records refuse everybody meanwhile, and says why', async as => {
    await aPatientWithVisits({ lastName: 'Abara', firstName: 'Chidi' }, ['2026-11-02T09:00'])
    await aPatientWithVisits({ lastName: 'Brook', firstName: 'Ada' }, ['2026-11-03T10:00'])
    const invoices = (await test.request('billing.listInvoices', { patientId: null, show: 'all', before: null })).rows
    test.app.onEvent(event => {
      if (event.kind !== 'progress' || event.done > 0) return
      for (const { id } of invoices) void test.app.invoke('billing.voidInvoice', { invoiceId: id, reason: 'Charged by mistake', keepPaymentsAsCredit: true })
    })
    test.desktop.chosenFolders.push(folder)
    expect(await batch({ as })).toMatchObject({
      state: 'done',
      problem: '',
      place: '',
      papers: [],
      skipped: [
        { patientName: 'Abara, Chidi', reason: NOTHING_CHARGED },
        { patientName: 'Brook, Ada', reason: NOTHING_CHARGED },
      ],
    })
    expect([readdirSync(join(test.dir, 'papers')), readdirSync(folder), test.desktop.opened]).toEqual([[], [], []])
    expect((await preview()).counts.all).toBe(0)
  })

  it('removes what a run that was cut off left behind', async () => {
    await aPatientWithVisits({}, ['2026-11-02T09:00'])
    mkdirSync(join(folder, '.Superbills 2026-10.myodesk-part'))
    test.desktop.chosenFolders.push(folder)
    await batch()
    expect(readdirSync(folder)).toEqual(['Superbills 2026-11'])
  })

  it('marks everything it printed as collected, once a day', async () => {
    const patientId = await aPatientWithVisits({}, ['2026-11-02T09:00'])
    test.desktop.chosenFolders.push(folder)
    const result = await batch()
    const papers = { jobId: result?.jobId ?? JobId.parse(countedId(1)) }
    expect((await test.request('documents.markSent', { papers, how: 'by-hand' })).sendingIds).toHaveLength(1)
    expect((await test.request('documents.markSent', { papers, how: 'by-hand' })).sendingIds).toHaveLength(0)
    const [paper] = await test.request('documents.list', { patientId })
    expect(paper?.sentWords).toBe('Handed over Nov 19 to Marisol Reyes')
  })
})

describe('correcting one of a batch', () => {
  it('corrects the superbill itself, though others stand in the same days', async () => {
    const patientId = await aPatientWithVisits({}, ['2026-11-02T09:00'])
    const episodeId = await anEpisode(test, patientId, { condition: 'Hip', diagnoses: 2 })
    await aPrescription(test, episodeId)
    test.desktop.chosenFolders.push(folder)
    await batch()
    await aChargedVisit(test, { patientId, episodeId, day: '2026-11-05T09:00' })
    const [first] = await test.request('documents.list', { patientId })
    if (!first) throw new Error('No superbill was issued.')
    expect(await test.request('documents.previewCorrection', { documentId: first.id })).toEqual({ differs: false, obstacle: null })
    const { patient, policy } = await test.request('patients.getDetails', { patientId })
    const { id: _id, chartNumber: _chart, isArchived: _archived, deceasedOn: _died, registeredOn: _on, ...fields } = patient
    await test.request('patients.save', { patientId, fields: { ...fields, middleName: 'Q.' }, policy })
    expect((await preview()).rows.map(row => [row.state, row.visits])).toEqual([
      ['changed', 1],
      ['ready', 1],
    ])
    expect(await test.request('documents.previewCorrection', { documentId: first.id })).toEqual({ differs: true, obstacle: null })
    const second = await test.request('documents.correctSuperbill', { documentId: first.id, reason: 'Middle name' })
    expect(second).toMatchObject({ number: first.number, version: 2, from: '2026-11-02', to: '2026-11-02' })
    expect(await test.refuse('documents.correctSuperbill', { documentId: first.id, reason: 'x' })).toMatchObject({ code: 'conflict' })
  })
})
