import { describe, expect, it } from 'vitest'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import { SeriesId } from '../../shared/lib/ids.ts'
import { weekTitle } from './calendar-columns.ts'
import { stepView, viewTitle } from './calendar-search.ts'
import { aVisit } from './calendar-visit-builder.ts'
import { detailOf, spokenOf, visitCount } from './calendar-words.ts'

describe('a visit in words', () => {
  it('is said, after the words one sees, with day, time, standing, who and where', () => {
    const visit = aVisit({ startsAt: localDateTime('2026-11-19T10:45'), status: 'in-session' })
    expect(spokenOf(visit, { practitioner: '', room: '' })).toBe('Thu, Nov 19, 10:45 am, in session')
    const series = aVisit({ seriesId: SeriesId.parse('00000000-0000-4000-8000-000000000009'), condition: '' })
    expect(spokenOf(series, { practitioner: 'Theo Marsh', room: 'Room 1' })).toBe('Thu, Nov 19, 9:00 am, booked, with Theo Marsh, Room 1, part of a series')
  })

  it('tells on its second line what matters most', () => {
    const line = (given: Parameters<typeof aVisit>[0]) => Object.values(detailOf(aVisit(given), '5 of 6', 'Follow-up'))
    expect(line({})).toEqual(['9:00', 'neck', '5 of 6'])
    expect(line({ condition: '' })).toEqual(['9:00', 'follow-up', '5 of 6'])
    expect(line({ status: 'finished', noteState: 'signed' })).toEqual(['9:00', 'neck', 'check out'])
    expect(line({ status: 'checked-out', noteState: 'draft' })).toEqual(['9:00', 'neck', 'note open'])
    expect(line({ status: 'no-show' })).toEqual(['9:00', '', 'did not come'])
    expect(line({ status: 'cancelled', isLateCancel: true })).toEqual(['9:00', '', 'cancelled late'])
  })

  it('is counted in words', () => {
    expect([visitCount(0), visitCount(1), visitCount(6)]).toEqual(['', '1 visit', '6 visits'])
  })
})

describe('the days shown in words', () => {
  const today = localDate('2026-11-19')

  it('names a day, a week, a month and two weeks', () => {
    expect(viewTitle('day', today, today)).toBe('Thursday, November 19')
    expect(viewTitle('week', today, today)).toBe('November 16 to 21')
    expect(viewTitle('month', today, today)).toBe('November 2026')
    expect(viewTitle('agenda', today, today)).toBe('Nov 19 to Dec 2')
    expect(weekTitle([localDate('2026-11-30'), localDate('2026-12-05')], today)).toBe('November 30 to December 5')
    expect(viewTitle('week', localDate('2027-01-06'), today)).toBe('January 4 to 9, 2027')
  })

  it('steps by what is shown', () => {
    expect([stepView('day', today, 1), stepView('week', today, -1), stepView('month', today, 1), stepView('agenda', today, 1)]).toEqual([
      '2026-11-20',
      '2026-11-12',
      '2026-12-19',
      '2026-12-03',
    ])
  })
})
