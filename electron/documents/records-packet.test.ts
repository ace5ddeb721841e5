import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BenefitFields } from '../../shared/claims/benefit.ts'
import { localDate } from '../../shared/lib/dates.ts'
import type { ConsentId } from '../../shared/lib/ids.ts'
import { aChargedVisit, anAutoCase } from '../testing/auto-case.ts'
import { pdfText } from '../testing/pdf-text.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'
import { readBack } from './read-back.ts'

let test: TestApp
let auto: Awaited<ReturnType<typeof anAutoCase>>
const days = { from: localDate('2026-10-01'), to: localDate('2026-11-19') }
const charge = (startsAt: string) => aChargedVisit(test, auto, { startsAt })
const textOf = async (path: string) => pdfText(await test.app.readPaper(path))

beforeEach(async () => {
  test = await signedInApp()
  auto = await anAutoCase(test)
})
afterEach(() => test.remove())

describe('a records packet', () => {
  const disclosure = { disclosedTo: 'Northfork Mutual Auto', purpose: 'Payment of the claim', consentId: null, onRelease: true, reason: '' }
  const packetOf = async () => {
    await charge('2026-11-12T09:00')
    await charge('2026-11-19T09:00')
    await test.request('documents.issueSuperbill', { patientId: auto.patientId, ...days, replaces: null, reason: '' })
    await test.request('documents.issueAttendanceLog', { episodeId: auto.episodeId, ...days, tenthsOfMile: null })
    const choice = await test.request('documents.previewRecordsPacket', { episodeId: auto.episodeId, ...days })
    return {
      episodeId: auto.episodeId,
      ...days,
      documentIds: choice.papers.map(({ documentId }) => documentId),
      noteIds: choice.notes.map(({ noteId }) => noteId),
    }
  }

  it('holds every paper behind an index, numbered through, and is the same later', async () => {
    const asked = await packetOf()
    expect([asked.documentIds.length, asked.noteIds.length]).toEqual([2, 2])
    const packet = await test.request('documents.issueRecordsPacket', { ...asked, disclosure })
    const before = await test.app.readPaper(packet.path)
    const { pages, text } = await readBack(before ?? new Uint8Array())
    expect(pages.length).toBeGreaterThanOrEqual(5)
    for (const [i, page] of pages.entries()) expect(page).toContain(`Packet RP-2026-0001, page ${i + 1} of ${pages.length}`)
    for (const word of ['AL-2026-0001', 'SB-2026-0001', 'VN-2026-0001', 'VN-2026-0002', 'Release of information signed Sep 30, 2026'])
      expect(text).toContain(word)
    const indexed = pages.findIndex(page => page.includes('Superbill') && page.includes('97140'))
    expect(pages[0]).toMatch(new RegExp(`SB-2026-0001 ${indexed + 1}`))
    await charge('2026-11-19T13:00')
    const clinic = await test.request('practice.getClinic', {})
    await test.request('practice.saveClinic', { ...clinic, name: 'Another name', paperSize: 'a4' })
    expect(Buffer.from((await test.app.readPaper(packet.path)) ?? []).equals(Buffer.from(before ?? []))).toBe(true)
  })

  it('is noted among the disclosures, which can be printed', async () => {
    const asked = await packetOf()
    await test.request('documents.issueRecordsPacket', { ...asked, disclosure })
    const { disclosures } = await test.request('claims.listDisclosures', { patientId: auto.patientId })
    expect(disclosures).toMatchObject([
      {
        disclosedTo: 'Northfork Mutual Auto',
        ground: 'Release of information signed Sep 30, 2026',
        isReleased: true,
        paperWords: 'Records packet RP-2026-0001',
      },
    ])
    const { path } = await test.request('documents.openDisclosures', { patientId: auto.patientId })
    expect(await pdfText(readFileSync(path))).toContain('Payment of the claim')
  })

  it('is refused whole without a ground, and takes a consent or a reason in its place', async () => {
    const asked = await packetOf()
    const without = { ...disclosure, onRelease: false }
    expect(await test.refuse('documents.issueRecordsPacket', { ...asked, disclosure: without })).toMatchObject({ code: 'rule_broken' })
    const ghost = '00000000-0000-4000-8000-000000000999' as ConsentId
    expect(await test.refuse('documents.issueRecordsPacket', { ...asked, disclosure: { ...without, consentId: ghost } })).toMatchObject({ code: 'rule_broken' })
    expect(
      (await test.request('documents.list', { patientId: auto.patientId })).filter(({ kind }) => kind === 'visit-note' || kind === 'records-packet'),
    ).toEqual([])
    const packet = await test.request('documents.issueRecordsPacket', { ...asked, disclosure: { ...without, reason: 'Payment' } })
    expect(packet.number).toBe('RP-2026-0001')
    expect(await textOf(packet.path)).toContain('Without a release: Payment')
  })
})

describe('a consent to give out records', () => {
  it('is what a packet stands on, by the name the clinic gave it', async () => {
    await charge('2026-11-12T09:00')
    const rules = await test.request('practice.getDeskRules', {})
    const kind = { key: 'release', name: 'Release of records', monthsValid: 12, isRequired: false }
    await test.request('practice.saveDeskRules', { ...rules, consents: [...rules.consents, kind] })
    const signed = { kind: 'release', signedOn: localDate('2026-11-02'), expiresOn: localDate('2027-11-02'), signedBy: 'Marisol Reyes', remark: '' }
    await test.request('patients.recordConsent', { patientId: auto.patientId, consent: signed })
    const { grounds } = await test.request('claims.listDisclosures', { patientId: auto.patientId })
    expect(grounds.consents).toMatchObject([{ words: expect.stringContaining('Release of records') }])
    const consentId = grounds.consents[0]?.consentId ?? null
    const disclosure = { disclosedTo: 'A lawyer', purpose: 'The patient’s claim', consentId, onRelease: false, reason: '' }
    const noted = await test.request('claims.recordDisclosure', { patientId: auto.patientId, documentId: null, disclosure })
    expect(noted).toMatchObject([{ ground: 'Release of records, signed Nov 2, 2026', isReleased: true, paperWords: '' }])
  })
})

describe('a benefit limit', () => {
  it('counts what was billed for the episode and says on Today when it runs short', async () => {
    await charge('2026-11-19T09:00')
    const { episodeId } = auto
    const fields = (limit: number) => BenefitFields.parse({ kind: 'pip', limit, usedElsewhere: 0, usedElsewhereOn: null })
    const benefit = await test.request('claims.saveBenefit', { episodeId, benefit: fields(500_000) })
    const { total } = await test.request('documents.previewClaimForm', { ...auto, ...days })
    expect(benefit).toMatchObject({ state: 'ok', billed: total })
    expect((await test.request('reports.today', {})).attention.filter(({ kind }) => kind === 'benefit')).toEqual([])
    await test.request('claims.saveBenefit', { episodeId, benefit: fields(Number(benefit?.billed) + 100) })
    expect((await test.request('reports.today', {})).attention).toContainEqual(
      expect.objectContaining({ kind: 'benefit', episodeId, title: 'PIP limit runs short' }),
    )
    expect(await test.request('claims.saveBenefit', { episodeId, benefit: null })).toBeNull()
  })
})
