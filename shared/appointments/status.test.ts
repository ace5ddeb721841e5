import { describe, expect, it } from 'vitest'
import { AppointmentStatus } from './schema.ts'
import { checkStep, mayBecome, nextStatus, statusesAfter, statusLabel } from './status.ts'

const DAY = ['booked', 'confirmed', 'arrived', 'in-session', 'finished', 'checked-out'] as const

describe('the way of a visit', () => {
  it('goes step by step and back by one', () => {
    for (const [place, status] of DAY.entries()) {
      const next = DAY[place + 1]
      expect(nextStatus(status)).toBe(next ?? null)
      if (next) expect([mayBecome(status, next), mayBecome(next, status)]).toEqual([true, true])
    }
  })

  it('may skip the confirmation, but nothing else', () => {
    expect(mayBecome('booked', 'arrived')).toBe(true)
    expect(mayBecome('booked', 'in-session')).toBe(false)
    expect(mayBecome('arrived', 'checked-out')).toBe(false)
  })

  it.each(['booked', 'confirmed', 'arrived'] as const)('may end early from %s and be taken back', status => {
    for (const end of ['no-show', 'cancelled'] as const) expect([mayBecome(status, end), mayBecome(end, 'booked')]).toEqual([true, true])
  })

  it('is never cancelled or missed once treated', () => {
    for (const status of ['finished', 'checked-out'] as const) expect([mayBecome(status, 'cancelled'), mayBecome(status, 'no-show')]).toEqual([false, false])
  })

  it('never stays where it is, and always has a way on or back', () => {
    for (const status of AppointmentStatus.options) {
      expect(mayBecome(status, status)).toBe(false)
      expect(statusesAfter(status).length).toBeGreaterThan(0)
      expect(statusLabel(status)).toMatch(/^[A-Z]/)
    }
  })
})

it('refuses a leap in words', () => {
  expect(() => checkStep('booked', 'arrived')).not.toThrow()
  expect(() => checkStep('finished', 'cancelled')).toThrow(
    expect.objectContaining({
      code: 'rule_broken',
      message: 'A visit that is “Finished” cannot become “Cancelled”. It can become “Checked out” or “In session”.',
    }),
  )
})
