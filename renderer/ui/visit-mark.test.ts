import { describe, expect, it } from 'vitest'
import { visitMark } from './visit-mark.ts'

const STATUSES = ['booked', 'confirmed', 'arrived', 'in-session', 'finished', 'checked-out', 'cancelled'] as const

describe('the sign of a visit', () => {
  it('is its own for every standing, and a ring only while it is not confirmed', () => {
    expect(STATUSES.map(status => visitMark({ status, noteState: 'signed' }))).toEqual(['ring', 'check', 'half', 'dot', 'warning', 'double-check', 'cancelled'])
    expect(visitMark({ status: 'no-show', noteState: 'none' })).toBe('cancelled')
  })

  it('is a pencil as long as the note of a visit that is over is open', () => {
    expect((['finished', 'checked-out'] as const).map(status => visitMark({ status, noteState: 'draft' }))).toEqual(['pencil', 'pencil'])
  })
})
