import { describe, expect, it } from 'vitest'
import { type Rhythm, SeriesPlan } from '../../shared/appointments/series-schema.ts'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import { AppointmentId, PractitionerId } from '../../shared/lib/ids.ts'
import { AS_SUGGESTED, beginningOn, planOf, previewWords, startingAt, unsettled } from './series-draft.ts'
import { changeable, changeWords, keptWords, nextOf, withChosen } from './series-words.ts'

const theo = PractitionerId.parse('00000000-0000-4000-8000-000000000002')
const weekly = (weekdays: number[]): Rhythm => ({ kind: 'weekly', weekdays, everyWeeks: 1 })
const plan = (rhythm: Rhythm = weekly([4])) =>
  SeriesPlan.parse({
    patientId: '00000000-0000-4000-8000-000000000011',
    episodeId: '00000000-0000-4000-8000-000000000021',
    practitionerId: '00000000-0000-4000-8000-000000000001',
    minutes: 60,
    remark: '',
    roomId: null,
    visitTypeId: null,
    bufferMinutes: 0,
    firstOn: '2026-11-19',
    time: '10:00',
    rhythm,
    count: 6,
  })

describe('a series being planned', () => {
  it('is as suggested until something is changed', () => {
    expect(planOf(plan(), AS_SUGGESTED).data).toEqual(plan())
  })
  it('takes what was changed, and “none” for none', () => {
    const changed = planOf(plan(), { ...AS_SUGGESTED, count: 4, weekdays: [1, 3], episodeId: 'none', practitionerId: theo }).data
    expect(changed).toMatchObject({ count: 4, rhythm: { weekdays: [1, 3], everyWeeks: 1 }, episodeId: null, practitionerId: theo })
  })
  it('changes its rhythm with something sensible in it', () => {
    expect(planOf(plan(), { ...AS_SUGGESTED, rhythm: 'every-days' }).data?.rhythm).toEqual({ kind: 'every-days', days: 7 })
    expect(planOf(plan({ kind: 'every-days', days: 3 }), { ...AS_SUGGESTED, rhythm: 'weekly' }).data?.rhythm).toEqual(weekly([4]))
  })
  it('says what makes no sense', () => {
    expect(planOf(plan(), { ...AS_SUGGESTED, count: 500 }).error?.issues[0]?.message).toMatch(/at most 52 visits/)
    expect(planOf(plan(), { ...AS_SUGGESTED, weekdays: [] }).error?.issues[0]?.message).toBe('Choose at least one weekday.')
  })
  it('begins where one pressed in the calendar, on that weekday', () => {
    const slot = { startsAt: localDateTime('2026-11-24T14:30'), minutes: 60, practitionerId: theo, roomId: null }
    expect(startingAt(plan(), slot)).toMatchObject({ firstOn: '2026-11-24', time: '14:30', practitionerId: theo, rhythm: weekly([2]) })
    expect(startingAt(plan(weekly([1, 4])), slot).rhythm).toEqual(weekly([1, 4]))
    expect(startingAt(plan(), null)).toEqual(plan())
  })
  it('follows its first day to another weekday where it has one', () => {
    expect(beginningOn(plan(), localDate('2026-11-24'))).toEqual({ firstOn: '2026-11-24', weekdays: [2] })
    expect(beginningOn(plan(weekly([1, 4])), localDate('2026-11-24'))).toEqual({ firstOn: '2026-11-24' })
  })
})

describe('the preview', () => {
  const visit = (place: number, ...levels: ('refused' | 'overrule' | 'note')[]) => ({
    place,
    warnings: levels.map(level => ({ kind: 'hours' as const, level, sentence: '' })),
  })
  it('names what is left to settle, for the desk and for a practitioner', () => {
    const visits = [visit(1), visit(2, 'note'), visit(3, 'overrule'), visit(4, 'refused')]
    expect(previewWords(visits)).toBe('4 visits · 2 to settle')
    expect(unsettled(visits, false)).toBe('Visit 3 and 1 more cannot stay. Choose another time for it, or leave it out.')
    expect(unsettled(visits, true)).toBe('Visit 4 cannot stay. Choose another time for it, or leave it out.')
    expect(unsettled([visit(1), visit(2, 'note')], false)).toBeNull()
    expect(previewWords([visit(1)])).toBe('1 visit · all free')
    expect(previewWords([])).toBe('Nothing to book')
  })
})

describe('a booked series', () => {
  const id = (number: number) => AppointmentId.parse(`00000000-0000-4000-8000-00000000020${number}`)
  const visit = (number: number, day: string, status: 'booked' | 'checked-out' | 'cancelled' | 'confirmed') => ({
    appointmentId: id(number),
    startsAt: localDateTime(`${day}T10:00`),
    minutes: 60,
    status,
    noteState: 'none' as const,
    revision: 1,
  })
  const visits = [
    visit(1, '2026-11-12', 'checked-out'),
    visit(2, '2026-11-17', 'cancelled'),
    visit(3, '2026-11-19', 'booked'),
    visit(4, '2026-11-24', 'confirmed'),
  ]
  it('is changed from the next visit on that is not over', () => {
    expect(changeable(visits).map(one => one.appointmentId)).toEqual([id(3), id(4)])
    expect(nextOf(visits, localDateTime('2026-11-20T08:00'))?.appointmentId).toBe(id(4))
    expect(nextOf(visits, localDateTime('2027-01-01T08:00'))?.appointmentId).toBe(id(3))
    expect(nextOf(visits.slice(0, 2), localDateTime('2026-11-20T08:00'))).toBeNull()
  })
  it('says what a change does', () => {
    expect([changeWords('move', 1), changeWords('cancel', 3), keptWords(0), keptWords(1), keptWords(2)]).toEqual([
      'Move 1 visit',
      'Cancel 3 visits',
      '',
      '1 visit that is over stays as it is.',
      '2 visits that are over stay as they are.',
    ])
  })
  it('goes to the times chosen instead, whose old warnings no longer count', () => {
    const changed = [
      {
        appointmentId: id(3),
        revision: 1,
        from: localDateTime('2026-11-19T10:00'),
        to: localDateTime('2026-11-26T10:00'),
        warnings: [{ kind: 'closed' as const, level: 'overrule' as const, sentence: 'Thanksgiving' }],
        instead: [],
      },
    ]
    expect(withChosen(changed, new Map([[id(3), localDateTime('2026-11-27T10:00')]]))[0]).toMatchObject({ to: '2026-11-27T10:00', warnings: [] })
    expect(withChosen(changed, new Map())).toEqual(changed)
  })
})
