import { describe, expect, it } from 'vitest'
import { localDate, localDateTime } from '../lib/dates.ts'
import { isSelfPay, type StandingFacts, standingOf } from './standing.ts'

const day = (text: string) => localDate(`2026-${text}`)
const visit = (on: string, booked: string | null = '11-19') => ({ startsAt: localDateTime(`2026-${on}T10:00`), bookedOn: booked === null ? null : day(booked) })
const given = (from: string, to: string, changes: string[] = []) => ({ from: day(from), to: day(to), on: day('11-20'), changes })
const FACTS: StandingFacts = {
  today: day('11-19'),
  payerKind: null,
  answer: null,
  answeredWords: '',
  visits: [visit('11-24')],
  requestedOn: null,
  given: [],
}
const standing = (facts: Partial<StandingFacts>) => {
  const { state, why, dueOn } = standingOf({ ...FACTS, ...facts })
  return [state, why, dueOn]
}

describe('whether a patient needs an estimate', () => {
  it.each<[string, Partial<StandingFacts>, unknown[]]>([
    ['without a plan, booked three business days ahead', {}, ['due', 'booked', '2026-11-20']],
    ['with the self-pay payer', { payerKind: 'self-pay' }, ['due', 'booked', '2026-11-20']],
    ['with a health plan', { payerKind: 'commercial' }, ['none', 'insurer', null]],
    ['with a plan they will not use', { payerKind: 'commercial', answer: 'no' }, ['due', 'booked', '2026-11-20']],
    ['without a plan, but will submit', { answer: 'yes' }, ['none', 'insurer', null]],
    ['booked the day before', { visits: [visit('11-20')] }, ['may', 'short-notice', null]],
    ['a series: the first deadline any visit makes', { visits: [visit('11-20'), visit('12-08')] }, ['due', 'booked', '2026-11-24']],
    ['booked on a day nobody knows', { visits: [visit('11-24', null)] }, ['due', 'booked', '2026-11-19']],
    ['covered', { given: [given('11-20', '12-20')] }, ['given', 'up-to-date', null]],
    ['covered but for the last visit', { visits: [visit('11-24'), visit('12-28')], given: [given('11-20', '12-20')] }, ['due', 'booked', '2026-11-24']],
    ['covered by an earlier one', { given: [given('12-01', '12-20'), given('11-20', '11-30')] }, ['given', 'up-to-date', null]],
    ['of a changed plan', { given: [given('11-20', '12-20', ['A fee rose.'])] }, ['due', 'changed', '2026-11-23']],
    ['asked for, whoever pays', { answer: 'yes', requestedOn: day('11-25') }, ['due', 'requested', '2026-12-01']],
    ['with nothing booked', { visits: [] }, ['none', 'nothing-booked', null]],
  ])('%s', (_, facts, expected) => expect(standing(facts)).toEqual(expected))

  it('says why in words', () => {
    expect(standingOf(FACTS).sentence).toBe('Booked Nov 19 for Tue, Nov 24, and pays without a plan.')
    expect(standingOf({ ...FACTS, answer: 'yes' }).sentence).toContain('as we read the rule')
  })

  it('takes the answer over the plan', () => {
    expect(isSelfPay({ payerKind: 'commercial', answer: null })).toBe(false)
    expect(isSelfPay({ payerKind: null, answer: null })).toBe(true)
    expect(isSelfPay({ payerKind: 'self-pay', answer: 'yes' })).toBe(false)
  })
})
