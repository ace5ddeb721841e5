import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { Instant } from '../lib/dates.ts'
import { ServiceBlock } from './schema.ts'
import { blocksAt, overrunOf, pauseTimers, startTimer, techniqueMinutesBeyond, turnTimer, typeMinutes } from './timer.ts'

const at = (time: string) => Instant.parse(`2026-11-19T${time}.000Z`)
const NECK = '00000000-0000-4000-8000-000000000001'
const BACK = '00000000-0000-4000-8000-000000000002'
const block = (id: string, more: Partial<ServiceBlock> = {}) =>
  ServiceBlock.parse({
    id,
    serviceId: '00000000-0000-4000-8000-00000000000a',
    code: '97140',
    name: 'Manual therapy',
    isTimed: true,
    minutesPerUnit: 15,
    modifiers: [],
    minutes: 0,
    regions: [],
    techniques: [],
    runningSince: null,
    spans: [],
    ...more,
  })
const minutesAt = (blocks: readonly ServiceBlock[], time: string) => blocksAt(blocks, at(time)).map(({ minutes }) => minutes)

describe('what a timer counts', () => {
  it('is full minutes since the start on top of those entered', () => {
    expect(minutesAt([block(NECK, { minutes: 12, runningSince: at('10:00:00') })], '10:04:59')).toEqual([16])
    expect(minutesAt([block(NECK, { minutes: 12 })], '10:04:59')).toEqual([12])
  })

  it('is nothing while the clock is set back, and never more than 8 hours', () => {
    expect(minutesAt([block(NECK, { minutes: 12, runningSince: at('10:00:00') })], '09:00:00')).toEqual([12])
    expect(minutesAt([block(NECK, { minutes: 470, runningSince: at('10:00:00') })], '20:00:00')).toEqual([480])
  })

  it('adds the seconds of several runs before it drops the rest', () => {
    let blocks = [block(NECK, { minutes: 5 })]
    for (const [from, to] of [
      ['10:00:00', '10:01:30'],
      ['10:05:00', '10:06:30'],
    ] as const)
      blocks = pauseTimers(startTimer(blocks, NECK, at(from)), at(to))
    expect(blocks[0]?.minutes).toBe(8)
    expect(blocks[0]?.spans).toEqual([
      { from: at('10:00:00'), to: at('10:01:30') },
      { from: at('10:05:00'), to: at('10:06:30') },
    ])
  })

  it('is one service at a time: switching ends the other and keeps what it counted', () => {
    const blocks = [block(NECK, { runningSince: at('10:00:00') }), block(BACK)]
    const started = startTimer(blocks, BACK, at('10:28:00'))
    expect(started.map(({ minutes, runningSince }) => [minutes, runningSince])).toEqual([
      [28, null],
      [0, at('10:28:00')],
    ])
    expect(minutesAt(started, '10:40:00')).toEqual([28, 12])
    expect(pauseTimers(started, at('10:52:30')).map(({ minutes, runningSince }) => [minutes, runningSince])).toEqual([
      [28, null],
      [24, null],
    ])
  })

  it('starts and pauses with one key', () => {
    const running = turnTimer([block(NECK)], NECK, at('10:00:00'))
    expect(running[0]?.runningSince).toBe(at('10:00:00'))
    expect(turnTimer(running, NECK, at('10:09:00'))[0]).toMatchObject({ runningSince: null, minutes: 9 })
  })

  it('does not count again what was counted before the clock was set back', () => {
    const first = pauseTimers([block(NECK, { runningSince: at('10:00:00') }), block(BACK)], at('10:30:00'))
    const again = startTimer(first, BACK, at('10:10:00'))
    expect(minutesAt(again, '10:25:00')).toEqual([30, 0])
    expect(pauseTimers(again, at('10:40:00')).map(({ minutes }) => minutes)).toEqual([30, 10])
  })

  it('gives way to minutes that are typed, and goes on from them', () => {
    const typed = typeMinutes([block(NECK, { minutes: 3, spans: [{ from: at('09:50:00'), to: at('09:53:00') }], runningSince: at('10:00:00') })], NECK, 28)
    expect(typed[0]).toMatchObject({ minutes: 28, spans: [], runningSince: null })
    expect(minutesAt(startTimer(typed, NECK, at('10:30:00')), '10:32:00')).toEqual([30])
  })

  it('never counts a minute twice nor less than none, whatever is pressed and however the clock jumps', () => {
    const step = fc.record({ seconds: fc.integer({ min: -5400, max: 5400 }), id: fc.constantFrom(NECK, BACK), press: fc.constantFrom('turn', 'pause', 'look') })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        let blocks = [block(NECK), block(BACK)]
        let now = Temporal.Instant.from(at('10:00:00'))
        for (const { seconds, id, press } of steps) {
          now = now.add({ seconds })
          const moment = Instant.parse(now.toString({ smallestUnit: 'millisecond' }))
          const live = blocksAt(blocks, moment)
          const before = blocks
          if (press === 'turn') blocks = turnTimer(blocks, id, moment)
          if (press === 'pause') blocks = pauseTimers(blocks, moment)
          // What stood on the screen is what is kept, and nothing is ever taken away.
          if (press === 'pause') expect(blocks.map(({ minutes }) => minutes)).toEqual(live.map(({ minutes }) => minutes))
          for (const [place, { minutes }] of blocks.entries()) expect(minutes).toBeGreaterThanOrEqual(before[place]?.minutes ?? 0)
          expect(blocks.filter(({ runningSince }) => runningSince !== null).length).toBeLessThanOrEqual(1)
        }
        const spans = blocks.flatMap(each => each.spans).map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const)
        const inOrder = spans.toSorted(([a], [b]) => a - b)
        for (const [place, [from, to]] of inOrder.entries()) {
          expect(to).toBeGreaterThan(from)
          expect(from).toBeGreaterThanOrEqual(inOrder[place - 1]?.[1] ?? from)
        }
        const covered = spans.reduce((sum, [from, to]) => sum + to - from, 0) / 60_000
        expect(blocks.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(covered)
        for (const each of blocks) ServiceBlock.parse(each)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a timer that was forgotten', () => {
  const booked = { from: at('10:00:00'), minutes: 60 }

  it('is told from one that runs a little over', () => {
    const blocks = [block(NECK, { runningSince: at('10:05:00') })]
    expect(overrunOf(blocks, booked, at('11:19:59'))).toBeNull()
    expect(overrunOf(blocks, booked, at('13:05:00'))).toEqual({ id: NECK, since: at('10:05:00'), bookedEnd: at('11:05:00'), minutesPast: 120 })
  })

  it('may be ended at the booked end', () => {
    const blocks = [block(NECK, { runningSince: at('10:00:00') })]
    const overrun = overrunOf(blocks, booked, at('15:00:00'))
    expect(overrun && pauseTimers(blocks, overrun.bookedEnd)[0]).toMatchObject({ minutes: 60, runningSince: null })
  })

  it('has its full length where the visit began late, or the timer after the booked end', () => {
    expect(overrunOf([block(NECK, { runningSince: at('10:40:00') })], booked, at('11:30:00'))).toBeNull()
    expect(overrunOf([block(NECK, { spans: [{ from: at('10:00:00'), to: at('10:20:00') }], runningSince: at('11:05:00') })], booked, at('12:10:00'))).toBeNull()
    expect(overrunOf([block(NECK)], booked, at('18:00:00'))).toBeNull()
  })
})

it('says by how much the minutes of techniques exceed the block’s', () => {
  const technique = (minutes: number | null) => ({ name: 'Myofascial release', sites: [], minutes, response: '' })
  expect(techniqueMinutesBeyond(block(NECK, { minutes: 20, techniques: [technique(12), technique(null), technique(3)] }))).toBe(0)
  expect(techniqueMinutesBeyond(block(NECK, { minutes: 20, techniques: [technique(15), technique(8)] }))).toBe(3)
})
