import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { FIRST_DAY, Icd10Code, isValidOn, parseCodeList, withDot, withoutDot } from './icd10.ts'

const list = parseCodeList(readFileSync(new URL('../../resources/codes/icd10-starter.tsv', import.meta.url), 'utf8'))
const byCode = new Map<string, (typeof list)[number]>(list.map(entry => [entry.code, entry]))
const validCodes = (codes: string, day: string) =>
  codes.split(' ').filter(code => {
    const entry = byCode.get(code)
    return entry !== undefined && isValidOn(entry, localDate(day))
  })

describe('the form of a code', () => {
  it.each(['M54.2', 'S13.4XXD', 'R51', 'M51.360', 'M62.5A0', 'S39.012A', 'm54.2', ' G44.86 '])('takes %s', code => {
    expect(Icd10Code.safeParse(code).success).toBe(true)
  })
  it.each(['', 'M5', 'M542', '54.2', 'M54.', 'M54.12345', 'MM4.2', 'M54.2 M54.6', '97124'])('refuses “%s”', code => {
    expect(Icd10Code.safeParse(code).success).toBe(false)
  })
  it('comes with or without its dot', () => {
    expect(withoutDot('S13.4XXD')).toBe('S134XXD')
    expect(['s134xxd', 'M54.2', 'r51'].map(withDot)).toEqual(['S13.4XXD', 'M54.2', 'R51'])
    expect(() => withDot('97124')).toThrow()
  })
})

describe('the starter list', () => {
  it('has at least 250 codes, each once, with words', () => {
    expect(list.length).toBeGreaterThanOrEqual(250)
    expect(byCode.size).toBe(list.length)
    for (const { label } of list) expect(label).toMatch(/^[A-Z].*\S$/)
  })

  it('starts no code before ICD-10-CM, and ends none before it starts', () => {
    for (const { validFrom, validTo } of list) {
      expect(validFrom >= FIRST_DAY).toBe(true)
      expect(validTo === null || validTo > validFrom).toBe(true)
    }
  })

  it('changes codes on the last of September, so that no day is without one', () => {
    for (const { validFrom, validTo } of list) {
      expect(validFrom).toMatch(/-10-01$/)
      expect(validTo ?? '2000-09-30').toMatch(/-09-30$/)
    }
  })

  it.each([
    ['M79.1', '2018-10-01', 'M79.10 M79.11 M79.12 M79.18'],
    ['R51', '2020-10-01', 'R51.0 R51.9'],
    ['M54.5', '2021-10-01', 'M54.50 M54.51 M54.59'],
    ['M51.36', '2024-10-01', 'M51.360 M51.361 M51.362 M51.369'],
    ['M51.37', '2024-10-01', 'M51.370 M51.371 M51.372 M51.379'],
  ])('%s is followed on %s by %s', (retired, day, successors) => {
    const before = `${Number(day.slice(0, 4)) - 1}-10-01`
    expect(validCodes(`${retired} ${successors}`, day)).toEqual(successors.split(' '))
    expect(validCodes(`${retired} ${successors}`, before)).toEqual([retired])
  })

  it('follows every retired code with a longer one of the next day', () => {
    for (const { code, validTo } of list) {
      if (validTo === null) continue
      const stem = code.replace(/XX[ADS]$/, '')
      const heirs = list.filter(entry => entry.code !== code && withoutDot(entry.code).startsWith(withoutDot(stem)) && entry.validFrom > validTo)
      expect(heirs.length, code).toBeGreaterThan(0)
    }
  })

  it.each([
    ['neck', 'M54.2 M54.12 M47.812'],
    ['back', 'M54.50 M54.51 M54.59 M54.6 M54.9 M51.360'],
    ['sciatica', 'M54.30 M54.31 M54.32 M54.40 M54.41 M54.42 M54.16 M54.17 G57.00 G57.01 G57.02 G57.03'],
    ['cramps and spasm', 'R25.2 G47.62 M62.831 M62.830 M62.838 M79.7 M79.10 M79.11 M79.12 M79.18'],
    ['carpal tunnel and outlet', 'G56.00 G56.01 G56.02 G56.03 G54.0'],
    ['head and jaw', 'G44.209 G44.86 R51.9 M54.81 M26.621 M26.622 M26.623 M26.629'],
    ['accidents', 'S13.4XXA S13.4XXD S16.1XXA S16.1XXD V89.2XXA V89.2XXD Y99.0'],
    ['strain', 'S39.012A S39.012D S33.5XXA S33.5XXD S23.3XXA S23.3XXD S29.012A S29.012D'],
    ['joints', 'M25.511 M25.512 M75.01 M75.02 M77.11 M77.12 M72.2'],
    ['other', 'I89.0 I97.2 L90.5 G89.21 G89.29 G89.4 R29.3'],
  ])('holds what a massage clinic meets: %s', (_, codes) => {
    expect(validCodes(codes, '2026-11-19')).toEqual(codes.split(' '))
  })
})

it('refuses a damaged list and names the line', () => {
  const head = 'code\tlabel\tvalid_from\tvalid_to'
  expect(() => parseCodeList('M54.2\tCervicalgia')).toThrow('columns')
  expect(() => parseCodeList(`${head}\nM54.2\tCervicalgia\t2015-10-01\t\nM542\tCervicalgia\t2015-10-01\t`)).toThrow('Line 3')
  expect(() => parseCodeList(`${head}\nM54.2\tCervicalgia\t2015-02-30\t`)).toThrow('Line 2')
  expect(parseCodeList(`${head}\r\nM54.2\tCervicalgia\t2015-10-01\t2020-09-30\r\n`)).toEqual([
    { code: 'M54.2', label: 'Cervicalgia', validFrom: '2015-10-01', validTo: '2020-09-30' },
  ])
})

it('counts the first and the last day of a code', () => {
  const entry = { validFrom: localDate('2018-10-01'), validTo: localDate('2021-09-30') }
  const days = ['2018-09-30', '2018-10-01', '2021-09-30', '2021-10-01'].map(localDate)
  expect(days.map(day => isValidOn(entry, day))).toEqual([false, true, true, false])
})
