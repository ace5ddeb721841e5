import { describe, expect, it } from 'vitest'
import { copiedDay, dayFrom, dayInWords, dayProblem, timesOf, workdaysInWords } from './week.ts'

const long = [
  { from: '08:00', to: '12:30' },
  { from: '13:15', to: '18:00' },
]
const short = [{ from: '08:00', to: '13:00' }]

describe('a week while it is typed', () => {
  it('is four times a day, and the same day again', () => {
    expect(timesOf(long)).toEqual({ opens: '08:00', closes: '18:00', pause: { from: '12:30', to: '13:15' } })
    for (const day of [long, short]) expect(dayFrom(timesOf(day) ?? { opens: '', closes: '', pause: null })).toEqual(day)
    expect([timesOf([]), timesOf([...long, { from: '19:00', to: '20:00' }])]).toEqual([null, null])
  })

  it.each([
    ['a closing time before the opening', [{ from: '09:00', to: '08:00' }], 'closes', 'Choose an end after the start.'],
    ['an opening time left empty', [{ from: '', to: '08:00' }], 'opens', 'Enter a time.'],
    ['a break before the opening', [{ from: '09:00', to: '08:30' }, ...long.slice(1)], 'pauseFrom', 'Choose an end after the start.'],
    [
      'a break that ends before it begins',
      [
        { from: '09:00', to: '13:00' },
        { from: '12:00', to: '18:00' },
      ],
      'pauseTo',
      'The break ends after it begins.',
    ],
    [
      'a closing time within the break',
      [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '12:30' },
      ],
      'closes',
      'Choose an end after the start.',
    ],
  ])('names the time at fault for %s', (_, day, at, sentence) => {
    expect(dayProblem(day)).toEqual({ at, sentence })
    expect(dayProblem(long)).toBeNull()
  })

  it('is copied from one day to others, each on its own', () => {
    const week = copiedDay([long, [], short, [], [], [], []], 0, [0, 1, 3])
    expect(week.map(day => day.length)).toEqual([2, 2, 1, 2, 0, 0, 0])
    expect(week[1]?.[0]).not.toBe(week[3]?.[0])
  })

  it('is said in words', () => {
    expect([dayInWords(long), dayInWords([])]).toEqual(['8:00 am to 12:30 pm, 1:15 pm to 6:00 pm', 'closed'])
    expect([workdaysInWords([long, [], short]), workdaysInWords([])]).toEqual(['Mon, Wed', 'No day'])
  })
})
