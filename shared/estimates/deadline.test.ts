import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '../lib/dates.ts'
import { addBusinessDays, businessDayBefore, businessDaysBetween, isBusinessDay } from './business-days.ts'
import { bookedDue, changedDue, leadOf, requestedDue } from './deadline.ts'

const day = (text: string) => localDate(`2026-${text}`)

describe('when an estimate is due', () => {
  it.each([
    ['11-23', '11-24', 1, null],
    ['11-23', '11-27', 3, '11-24'],
    ['11-25', '11-30', 2, null],
    ['11-20', '11-25', 3, '11-23'],
    ['11-23', '12-07', 9, '11-24'],
    ['11-23', '12-08', 10, '11-27'],
  ])('booked %s for %s: %i business days, due %s', (booked, service, lead, due) => {
    expect(leadOf(day(booked), day(service))).toBe(lead)
    expect(bookedDue(day(booked), day(service))).toBe(due === null ? null : day(due))
  })

  it('is three business days after somebody asked', () => {
    expect(requestedDue(day('11-25'))).toBe(day('12-01'))
  })

  it('is a business day before the next visit when the scope changed', () => {
    expect(changedDue(day('11-30'))).toBe(day('11-27'))
    expect(changedDue(day('11-27'))).toBe(day('11-25'))
  })

  it('counts from a weekend as from the Friday before', () => {
    expect(bookedDue(day('11-21'), day('11-25'))).toBe(day('11-23'))
  })

  it('is the third business day for visits far ahead', () => {
    expect(bookedDue(day('11-23'), localDate('2027-10-04'))).toBe(day('11-27'))
  })
})

describe('business days', () => {
  it.each([
    ['2026-07-03', 'Independence Day, observed on the Friday before its Saturday'],
    ['2027-12-31', 'New Year’s Day 2028, a Saturday, observed in the year before'],
    ['2027-07-05', 'Independence Day, observed on the Monday after its Sunday'],
    ['2026-06-19', 'Juneteenth'],
    ['2026-10-12', 'Columbus Day'],
  ])('%s is none: %s', text => {
    expect(isBusinessDay(localDate(text))).toBe(false)
  })

  it('counts back what it counted forward', () => {
    assert(
      property(integer({ min: 0, max: 4000 }), integer({ min: 1, max: 30 }), (offset, count) => {
        const from = addDays(localDate('2024-01-01'), offset)
        const to = addBusinessDays(from, count)
        expect(businessDaysBetween(from, to)).toBe(count)
        expect(isBusinessDay(to)).toBe(true)
        expect(isBusinessDay(businessDayBefore(from))).toBe(true)
        expect(businessDaysBetween(businessDayBefore(from), from)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
