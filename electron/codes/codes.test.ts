import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedInApp, type TestApp } from '../testing/test-app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { loadStarterCodes } from './load-starter-codes.ts'

let test: TestApp
beforeAll(async () => {
  test = await signedInApp()
})
afterAll(() => test.remove())

const search = async (text: string, on = '2026-11-19') => test.request('codes.search', { text, on })
const codes = async (text: string, on?: string) => (await search(text, on)).map(entry => entry.code)

describe('finding a diagnosis code', () => {
  it.each([['M54.2'], ['m542'], ['M54.2 '], ['cervicalgia'], ['CERVICAL m54.2']])('by code, with or without its dot, or by words: %s', async typed => {
    const [first] = await search(typed)
    expect(first).toMatchObject(typed.startsWith('CERV') ? { isValid: true } : { code: 'M54.2', label: 'Cervicalgia', isValid: true })
  })

  it('takes words in any order, by their beginnings', async () => {
    const found = await search('right carp')
    expect(found[0]).toMatchObject({ code: 'G56.01', label: 'Carpal tunnel syndrome, right upper limb' })
    expect(await codes('carp right')).toEqual(found.map(entry => entry.code))
    expect(await codes('carpal zebra')).toEqual([])
  })

  it.each([
    ['neck pain', 'M54.2'],
    ['low back pain', 'M54.50'],
    ['frozen shoulder left', 'M75.02'],
    ['whiplash', 'S13.4XXA'],
    ['tmj right', 'M26.601'],
  ])('takes the words people use: %s', async (typed, code) => {
    expect((await codes(typed)).slice(0, 8)).toContain(code)
  })

  it('lists what is valid on the day first, and says what is not', async () => {
    const now = await search('M54.5')
    expect(now.map(({ code, isValid }) => [code, isValid])).toEqual([
      ['M54.50', true],
      ['M54.51', true],
      ['M54.59', true],
      ['M54.5', false],
    ])
    expect((await search('M54.5', '2021-09-30'))[0]).toMatchObject({ code: 'M54.5', isValid: true, validTo: '2021-09-30' })
  })

  it('gives at most thirty, and none for signs or query words', async () => {
    expect(await search('m')).toHaveLength(30)
    for (const text of ['', '   ', '"', '*', '.', '-', '🌻', 'bare:', '" OR "zzz', "'; DROP TABLE icd10_codes; --", 'NEAR(', 'M54.2 AND NOT neck'])
      expect(await search(text)).toEqual([])
    expect(await codes('M54.2')).toContain('M54.2')
  })

  it('is the same after the starter list is loaded again', () => {
    const db = testDatabase()
    const resources = new URL('../../resources', import.meta.url).pathname
    const count = () => db.prepare('SELECT count(*) FROM icd10_codes').pluck().get()
    const hits = () => db.prepare('SELECT count(*) FROM icd10_search WHERE icd10_search MATCH \'"cervicalgia"\'').pluck().get()
    loadStarterCodes(db, resources)
    const before = [count(), hits()]
    loadStarterCodes(db, resources)
    expect([count(), hits()]).toEqual(before)
    expect(before[0]).toBeGreaterThanOrEqual(250)
  })
})
