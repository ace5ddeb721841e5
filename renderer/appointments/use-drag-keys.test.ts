import { describe, expect, it } from 'vitest'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import { PractitionerId } from '../../shared/lib/ids.ts'
import type { CalendarColumn } from './calendar-columns.ts'
import { placeVisits } from './calendar-layout.ts'
import { aVisit } from './calendar-visit-builder.ts'
import { edgeSpeed } from './drag-pointer.ts'
import { isSamePlace, placeOf, worstLevel } from './drag-store.ts'
import { troubleAt } from './drag-trouble.ts'
import { pickUp, stepDrag } from './use-drag-keys.ts'

const visit = aVisit({ startsAt: localDateTime('2026-11-19T10:40'), minutes: 50 })
const grid = { columns: 6, scale: { from: 480, to: 1080, step: 15, px: 1.2 } }
const theo = PractitionerId.parse('00000000-0000-4000-8000-000000000002')
const column: CalendarColumn = {
  key: '2026-11-20',
  day: localDate('2026-11-20'),
  practitionerId: null,
  roomId: undefined,
  title: 'Fri 20',
  note: '',
  count: 1,
  placed: placeVisits([visit]),
  blocks: [],
  closed: [{ from: 780, to: 1080, words: 'Closed' }],
}

describe('a visit moved by keys', () => {
  const picked = pickUp(visit, 3, 'move')

  it('comes onto the grid with its first step and stays within what is shown', () => {
    expect(stepDrag(picked, 'ArrowDown', grid)).toMatchObject({ column: 3, minute: 645 })
    expect(stepDrag(picked, 'ArrowUp', grid)).toMatchObject({ column: 3, minute: 630 })
    expect(stepDrag(picked, 'ArrowRight', grid)).toMatchObject({ column: 4, minute: 640 })
    expect(stepDrag({ ...picked, column: 5 }, 'ArrowRight', grid)).toMatchObject({ column: 5 })
    expect(stepDrag({ ...picked, minute: 480 }, 'ArrowUp', grid)).toMatchObject({ minute: 480 })
  })

  it('is lengthened to the grid and never shorter than a step', () => {
    const resized = pickUp(visit, 3, 'resize')
    expect(stepDrag(resized, 'ArrowDown', grid)).toMatchObject({ minute: 640, minutes: 65 })
    expect(stepDrag(resized, 'ArrowUp', grid)).toMatchObject({ minute: 640, minutes: 35 })
    expect(stepDrag({ ...resized, minutes: 15 }, 'ArrowUp', grid).minutes).toBe(15)
  })

  it('keeps practitioner and room unless the column is another’s', () => {
    expect(placeOf({ ...picked, minute: 600 }, column)).toEqual({
      startsAt: '2026-11-20T10:00',
      minutes: 50,
      practitionerId: visit.practitionerId,
      roomId: null,
    })
    expect(placeOf(picked, { ...column, practitionerId: theo }).practitionerId).toBe(theo)
    expect(placeOf({ ...picked, kind: 'resize', minutes: 65 }, { ...column, practitionerId: theo })).toMatchObject({ startsAt: visit.startsAt, minutes: 65 })
    expect(isSamePlace(visit, placeOf(picked, { ...column, day: localDate('2026-11-19') }))).toBe(true)
  })
})

describe('what the calendar itself knows about a place', () => {
  it('names closed hours, and who has the time where the column is one practitioner’s', () => {
    expect(troubleAt(column, { minute: 765, minutes: 30 }).map(one => one.sentence)).toEqual(['Closed. Outside working hours.'])
    expect(troubleAt(column, { minute: 660, minutes: 30 })).toEqual([])
    expect(troubleAt({ ...column, practitionerId: visit.practitionerId }, { minute: 660, minutes: 30 })).toMatchObject([
      { level: 'refused', sentence: 'Taken by Marisol Reyes.' },
    ])
  })

  it('tells the hardest of several objections', () => {
    const one = (level: 'refused' | 'overrule' | 'note') => ({ kind: 'hours' as const, level, sentence: '' })
    expect([worstLevel([one('note'), one('overrule')]), worstLevel([one('overrule'), one('refused')]), worstLevel([])]).toEqual([
      'overrule',
      'refused',
      undefined,
    ])
  })

  it('scrolls faster the nearer the edge, and not in the middle', () => {
    const box = { left: 0, right: 1000, top: 0, bottom: 600 }
    expect(edgeSpeed({ x: 500, y: 300 }, box)).toEqual({ x: 0, y: 0 })
    expect(edgeSpeed({ x: 500, y: 598 }, box).y).toBeGreaterThan(edgeSpeed({ x: 500, y: 570 }, box).y)
    expect(edgeSpeed({ x: -50, y: 300 }, box).x).toBe(-14)
  })
})
