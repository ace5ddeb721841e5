import { expect, it } from 'vitest'
import { addDays, localDate } from '../lib/dates.ts'
import { frequencyWords } from './frequency.ts'

const first = localDate('2026-11-24')
const every = (days: number, count: number) => Array.from({ length: count }, (_, i) => addDays(first, i * days))

it.each([
  [every(7, 1), 'One visit'],
  [[], 'One visit'],
  [every(7, 6), 'Once a week'],
  [every(14, 4), 'Every other week'],
  [every(10, 4), 'Every 10 days'],
  [every(28, 6), 'Once a month'],
  [every(42, 3), 'Every 6 weeks'],
  [[first, addDays(first, 2), addDays(first, 7), addDays(first, 9)], 'Twice a week'],
  [every(1, 5), 'Seven times a week'],
  [every(7, 6).toReversed(), 'Once a week'],
])('%j is “%s”', (days, words) => expect(frequencyWords(days)).toBe(words))
