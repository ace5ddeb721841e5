import { describe, expect, it } from 'vitest'
import { localDate, localDateTime } from '../../shared/lib/dates.ts'
import { BlockId, PractitionerId } from '../../shared/lib/ids.ts'
import { Block } from '../../shared/schedule/schema.ts'
import { beginningOn, blockAt, blockFields, dayWords, draftOf, isRepeating, ofKind, repeating } from './block-draft.ts'
import { NONE } from './booking-draft.ts'

const today = localDate('2026-11-19')
const dana = PractitionerId.parse('00000000-0000-4000-8000-000000000001')
const blank = blockAt(null, today)

describe('time being kept free', () => {
  it('is where one pressed in the calendar', () => {
    const slot = { startsAt: localDateTime('2026-11-20T14:00'), minutes: 90, practitionerId: dana, roomId: null }
    expect(blockFields(blockAt(slot, today)).data).toMatchObject({
      practitionerId: dana,
      firstOn: '2026-11-20',
      lastOn: '2026-11-20',
      from: '14:00',
      to: '15:30',
      weekdays: [],
    })
  })
  it('ends with its day', () => {
    const slot = { startsAt: localDateTime('2026-11-20T23:00'), minutes: 90, practitionerId: null, roomId: null }
    expect(blockAt(slot, today).to).toBe('23:45')
  })
  it('is the whole clinic’s lunch today where nobody pressed', () => {
    expect(blockFields(blank).data).toMatchObject({
      practitionerId: null,
      roomId: null,
      firstOn: today,
      lastOn: today,
      from: '12:00',
      to: '13:00',
      everyWeeks: 1,
    })
  })
  it('names no times for a whole day, and some days in a row for a vacation', () => {
    const vacation = blockFields({ ...blank, kind: 'vacation', isWholeDay: true, lastOn: localDate('2026-11-27') }).data
    expect(vacation).toMatchObject({ from: null, to: null, firstOn: today, lastOn: '2026-11-27', weekdays: [] })
  })
  it('says what makes no sense', () => {
    expect(blockFields({ ...blank, to: '11:00' }).error?.issues[0]?.message).toBe('Choose an end after the start.')
    expect(blockFields({ ...blank, to: null }).error?.issues[0]?.message).toMatch(/both times/)
    expect(blockFields({ ...blank, lastOn: localDate('2026-11-01') }).error?.issues[0]?.message).toMatch(/last day/)
  })
})

describe('time kept free again and again', () => {
  it('begins on the weekday of its first day, without end', () => {
    expect(blockFields({ ...blank, ...repeating(blank, true) }).data).toMatchObject({ weekdays: [4], lastOn: null })
  })
  it('forgets its weekdays when it is to be once', () => {
    const again = { ...blank, ...repeating(blank, true) }
    expect(blockFields({ ...again, ...repeating(again, false) }).data).toMatchObject({ weekdays: [], lastOn: today })
  })
  it('comes back as it was saved', () => {
    const block = Block.parse({
      id: BlockId.parse('00000000-0000-4000-8000-000000000301'),
      practitionerId: dana,
      roomId: null,
      kind: 'training',
      title: 'Supervision',
      firstOn: '2026-11-05',
      lastOn: null,
      from: '13:00',
      to: '14:00',
      weekdays: [4],
      everyWeeks: 2,
      skipped: ['2026-11-19'],
    })
    const { id, ...fields } = block
    expect(id).toBeTruthy()
    expect(isRepeating(block)).toBe(true)
    expect(blockFields(draftOf(block)).data).toEqual(fields)
  })
})

it('a single day moves its end along; a stretch keeps it', () => {
  expect(beginningOn(blank, localDate('2026-11-20'))).toEqual({ firstOn: '2026-11-20', lastOn: '2026-11-20' })
  expect(beginningOn({ ...blank, lastOn: localDate('2026-11-27') }, localDate('2026-11-20'))).toEqual({ firstOn: '2026-11-20' })
  expect(beginningOn({ ...blank, lastOn: localDate('2026-11-27') }, localDate('2026-12-01'))).toEqual({ firstOn: '2026-12-01', lastOn: '2026-12-01' })
})

it('takes whole days for a vacation, unless hours were chosen', () => {
  expect(ofKind(blank, 'vacation')).toEqual({ kind: 'vacation', isWholeDay: true })
  expect(ofKind(blank, 'break')).toEqual({ kind: 'break', isWholeDay: false })
  expect(ofKind({ from: '14:00', to: '16:00' }, 'sick')).toEqual({ kind: 'sick' })
  expect(ofKind(blank, 'closure')).toMatchObject({ isWholeDay: true, practitionerId: NONE })
})

it('says what happens to one day of it', () => {
  expect(dayWords(localDate('2026-11-26'))).toEqual({ skip: 'Skip Nov 26 only', end: 'End before Nov 26' })
})
