import { describe, expect, it } from 'vitest'
import { localDate, localDateTime } from '../lib/dates.ts'
import { holidayOn } from '../schedule/holidays.ts'
import type { Rhythm } from './series-schema.ts'
import { previewSentence, rhythmWords, seriesWords } from './series-words.ts'

const weekly = (weekdays: number[], everyWeeks = 1): Rhythm => ({ kind: 'weekly', weekdays, everyWeeks })
const at = (...times: string[]) => times.map(localDateTime)

describe('a rhythm', () => {
  it.each<[Rhythm, string]>([
    [weekly([2]), 'Tuesdays'],
    [weekly([4, 1, 3]), 'Mon, Wed, Thu'],
    [weekly([2], 2), 'every other Tuesday'],
    [weekly([2], 3), 'every 3 weeks on Tuesday'],
    [weekly([1, 4], 2), 'every 2 weeks on Mon, Thu'],
    [{ kind: 'every-days', days: 1 }, 'every day'],
    [{ kind: 'every-days', days: 10 }, 'every 10 days'],
  ])('is said as at the desk (%#)', (rhythm, words) => {
    expect(rhythmWords(rhythm)).toBe(words)
  })
})

describe('the sentence above a preview', () => {
  const preview = (times: string[], days: string[] = []) =>
    previewSentence(
      at(...times).map((startsAt, index) => ({ place: index + 1, startsAt })),
      { rhythm: weekly([4]), days: days.map(localDate) },
      holidayOn,
    )
  it('says how many, when, from and to, and the holidays met', () => {
    expect(preview(['2026-11-19T10:00', '2026-12-03T10:00'], ['2026-11-19', '2026-11-26', '2026-12-03'])).toBe(
      '2 visits, Thursdays 10:00 am, Nov 19 to Dec 3. Nov 26 is Thanksgiving.',
    )
  })
  it('names no time where visits differ, and a single visit by its day', () => {
    expect(preview(['2026-11-19T10:00', '2026-12-03T14:00'])).toBe('2 visits, Thursdays, Nov 19 to Dec 3.')
    expect(preview(['2026-11-19T10:00'])).toBe('1 visit, Thu, Nov 19, 10:00 am.')
    expect(preview([])).toBe('No visit can be booked.')
  })
})

describe('the words of a booked series', () => {
  const luis = at(
    '2026-11-12T13:15',
    '2026-11-16T08:00',
    '2026-11-18T08:00',
    '2026-11-19T13:15',
    '2026-11-23T08:00',
    '2026-11-25T08:00',
    '2026-11-30T08:00',
    '2026-12-02T08:00',
  )
  const series = { condition: 'Shoulder', rhythm: weekly([1, 3, 4]), standing: luis }
  it('name the weekdays, the last day and the holiday left out', () => {
    expect(seriesWords(series, holidayOn)).toBe('Series of 8, shoulder. Mon, Wed, Thu until Dec 2. Skips Nov 26, holiday.')
  })
  it('name no holiday the clinic works on, and no weekday used once', () => {
    expect(seriesWords({ ...series, standing: [...luis, ...at('2026-12-04T08:00')] }, () => undefined)).toBe(
      'Series of 9, shoulder. Mon, Wed, Thu until Dec 4.',
    )
  })
  it('count the weeks of a slower rhythm from its first visit', () => {
    const standing = at('2026-11-12T09:00', '2026-12-10T09:00')
    expect(seriesWords({ ...series, condition: '', rhythm: weekly([4], 2), standing }, holidayOn)).toBe(
      'Series of 2. Thu, every 2 weeks until Dec 10. Skips Nov 26, holiday.',
    )
  })
  it('say “every 10 days”, keep capital words and know a series without visits', () => {
    expect(seriesWords({ ...series, condition: 'TMJ pain', rhythm: { kind: 'every-days', days: 10 }, standing: luis.slice(0, 2) }, holidayOn)).toBe(
      'Series of 2, TMJ pain. Every 10 days until Nov 16.',
    )
    expect(seriesWords({ ...series, standing: [] }, holidayOn)).toBe('Series, shoulder. Every visit is cancelled.')
  })
})
