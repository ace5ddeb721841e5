import { expect, it } from 'vitest'
import { Instant } from '../lib/dates.ts'
import { ServiceBlock } from './schema.ts'
import { blocksAt, minutesSoFar, pauseTimers, startTimer } from './timer.ts'

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

it('counts full minutes since the start on top of those entered', () => {
  expect(minutesSoFar(block(NECK, { minutes: 12, runningSince: at('10:00:00') }), at('10:04:59'))).toBe(16)
  expect(minutesSoFar(block(NECK, { minutes: 12 }), at('10:04:59'))).toBe(12)
})

it('counts nothing when the clock was set back, and never more than 8 hours', () => {
  expect(minutesSoFar(block(NECK, { minutes: 12, runningSince: at('10:00:00') }), at('09:00:00'))).toBe(12)
  expect(minutesSoFar(block(NECK, { minutes: 470, runningSince: at('10:00:00') }), at('20:00:00'))).toBe(480)
})

it('runs one timer at a time and keeps what the other counted', () => {
  const blocks = [block(NECK, { runningSince: at('10:00:00') }), block(BACK)]
  const started = startTimer(blocks, BACK, at('10:28:00'))
  expect(started.map(({ minutes, runningSince }) => [minutes, runningSince])).toEqual([
    [28, null],
    [0, at('10:28:00')],
  ])
  expect(blocksAt(started, at('10:40:00'))[1]?.minutes).toBe(12)
  expect(pauseTimers(started, at('10:52:30')).map(({ minutes, runningSince }) => [minutes, runningSince])).toEqual([
    [28, null],
    [24, null],
  ])
})
