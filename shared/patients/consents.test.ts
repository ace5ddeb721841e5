import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, LocalDate, localDate } from '../lib/dates.ts'
import type { ConsentKind } from '../practice/desk-rules.ts'
import { consentExpiry, standingsOf } from './consents.ts'
import { Consent } from './schema.ts'

const KINDS: readonly ConsentKind[] = [
  { key: 'cancellation', name: 'Cancellation policy', monthsValid: null, isRequired: false },
  { key: 'treatment', name: 'Consent to treatment', monthsValid: 12, isRequired: true },
  { key: 'privacy', name: 'Privacy notice received', monthsValid: null, isRequired: true },
]
const day = fc.integer({ min: 0, max: 80_000 }).map(days => addDays(localDate('1950-01-01'), days))
const months = fc.integer({ min: 1, max: 120 })
const id = '00000000-0000-4000-8000-000000000001'
const signed = (on: string, changes: Partial<Consent> = {}) =>
  Consent.parse({
    id,
    kind: 'treatment',
    name: 'Consent to treatment',
    signedOn: on,
    expiresOn: null,
    signedBy: 'Ana',
    remark: '',
    withdrawnOn: null,
    recordedBy: 'Rosa',
    ...changes,
  })
const treatmentOn = (today: string, ...onFile: readonly Consent[]) => standingsOf(KINDS, onFile, localDate(today))[0]

describe('the last day of a consent', () => {
  it.each([
    ['2026-11-02', 12, '2027-11-02'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('signed %s for %i months is %s', (signedOn, count, last) => {
    expect(consentExpiry(localDate(signedOn), count)).toBe(last)
  })

  it('is a real day so many months later, on the same day of the month or the month’s last', () => {
    fc.assert(
      fc.property(day, months, (signedOn, count) => {
        const last = consentExpiry(signedOn, count) ?? ''
        expect(LocalDate.safeParse(last).success).toBe(true)
        const monthsOf = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7))
        expect(monthsOf(last) - monthsOf(signedOn)).toBe(count)
        const isMonthEnd = addDays(localDate(last), 1).endsWith('-01')
        expect(last.slice(8) === signedOn.slice(8) || (isMonthEnd && last.slice(8) < signedOn.slice(8))).toBe(true)
      }),
    )
  })

  it('comes later for a consent signed later, and never without months', () => {
    fc.assert(fc.property(day, day, months, (a, b, count) => a > b || (consentExpiry(a, count) ?? '') <= (consentExpiry(b, count) ?? '')))
    expect(consentExpiry(localDate('2026-11-02'), null)).toBeNull()
  })
})

describe('where a consent stands', () => {
  const expiresOn = localDate('2026-11-19')
  it.each([
    ['2026-10-19', 'valid', 'Signed Nov 19, 2025, until Nov 19, 2026'],
    ['2026-10-20', 'expires-soon', 'Signed Nov 19, 2025, until Nov 19, 2026'],
    ['2026-11-19', 'expires-soon', 'Signed Nov 19, 2025, until Nov 19, 2026'],
    ['2026-11-20', 'expired', 'Expired Nov 19, 2026'],
  ])('on %s is %s', (today, state, words) => {
    expect(treatmentOn(today, signed('2025-11-19', { expiresOn }))).toMatchObject({ state, words })
  })

  it('is the newest one’s; those before it stay as history', () => {
    const newest = signed('2026-11-01')
    const old = signed('2024-11-01', { expiresOn: localDate('2025-11-01') })
    expect(treatmentOn('2026-11-19', newest, old)).toMatchObject({ state: 'valid', words: 'Signed Nov 1, 2026', latest: newest, earlier: [old] })
    const withdrawn = { ...newest, withdrawnOn: localDate('2026-11-10') }
    expect(treatmentOn('2026-11-19', withdrawn, old)).toMatchObject({ state: 'withdrawn', words: 'Withdrawn Nov 10, 2026' })
  })

  it('names required ones first, then others asked for, then kinds no longer asked for', () => {
    const photo = signed('2020-01-01', { kind: 'photo-release' })
    expect(standingsOf(KINDS, [photo], localDate('2026-11-19')).map(one => [one.name, one.isRequired, one.state])).toEqual([
      ['Consent to treatment', true, 'missing'],
      ['Privacy notice received', true, 'missing'],
      ['Cancellation policy', false, 'missing'],
      ['Photo release', false, 'valid'],
    ])
  })
})
