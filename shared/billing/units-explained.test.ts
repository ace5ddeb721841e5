import { describe, expect, it } from 'vitest'
import { unitsForVisit } from './units.ts'

const manual = (minutes: number) => ({ code: '97140', name: 'Manual therapy', minutes, isTimed: true })
const massage = (minutes: number) => ({ code: '97124', name: 'Massage', minutes, isTimed: true })
const exercise = (minutes: number) => ({ code: '97110', name: 'Exercise', minutes, isTimed: true })
const hotPack = { code: '97010', name: 'Hot pack', minutes: 10, isTimed: false }
const explain = (...args: Parameters<typeof unitsForVisit>) => unitsForVisit(...args).explanation

describe('the sentence of proof', () => {
  it('says what the minutes make and when the next unit comes', () => {
    expect(explain([massage(52)], 'cms')).toBe('52 hands-on minutes = 3 units under the 8-minute rule; 1 more minute makes 4.')
    expect(explain([massage(8)], 'cms')).toBe('8 hands-on minutes = 1 unit under the 8-minute rule; 15 more minutes make 2.')
    expect(explain([massage(52)], 'full')).toBe('52 hands-on minutes = 3 units under the full-unit rule; 8 more minutes make 4.')
    expect(unitsForVisit([massage(52)], 'cms').headline).toBe('52 hands-on minutes = 3 units')
  })

  it('says why mixed services share units as they do', () => {
    expect(explain([manual(28), massage(24)], 'cms')).toBe(
      '52 hands-on minutes = 3 units under the 8-minute rule; 1 more minute makes 4. Each service gets one for its full 15 minutes, and manual therapy the third: 13 left over beat 9.',
    )
  })

  it.each([
    [[exercise(33), manual(7)], 'Exercise gets two for its full 30 minutes, and manual therapy the third: 7 left over beat 3.'],
    [[manual(15), massage(8)], 'Manual therapy gets one for its full 15 minutes, and massage the second: 8 left over.'],
    [[manual(15), massage(7)], 'Manual therapy gets one for its full 15 minutes; 7 minutes left over are too few for another.'],
    [[manual(30), massage(30)], 'Each service gets two for its full 30 minutes.'],
    [[manual(30), massage(15)], 'Manual therapy gets two for its full 30 minutes and massage one for its full 15.'],
    [[manual(10), massage(12)], 'Together they make 1, and massage gets it: 12 left over beat 10.'],
    [[manual(4), massage(3)], 'No service reaches 8 minutes, alone or together.'],
    [
      [manual(35), massage(20)],
      'Manual therapy gets two for its full 30 minutes and massage one for its full 15, and manual therapy the fourth: with 5 left over each, more minutes decide.',
    ],
    [
      [manual(20), massage(20)],
      'Each service gets one for its full 15 minutes, and manual therapy the third: manual therapy and massage tie with 5 left over, so the choice is yours.',
    ],
    [
      [manual(8), massage(8), exercise(8)],
      'Together they make 2, and manual therapy and massage get one each: manual therapy, massage, and exercise tie with 8 left over, so the choice is yours.',
    ],
  ])('%j', (blocks, sentence) => {
    expect(explain(blocks, 'cms').split('. ').slice(1).join('. ')).toBe(sentence)
  })

  it('shows each service alone where nothing is pooled', () => {
    expect(explain([manual(24), massage(23)], 'midpoint')).toContain('Each service is counted alone: manual therapy 24 minutes = 2 and massage 23 = 2.')
  })

  it('mentions untimed services, and says so where nothing is timed', () => {
    expect(explain([massage(20), hotPack], 'cms')).toContain('Hot pack counts once, whatever the minutes.')
    expect(explain([hotPack], 'cms')).toBe('No timed minutes. Hot pack counts once, whatever the minutes.')
    expect(explain([], 'cms')).toBe('No hands-on minutes yet.')
  })

  it('keeps a name that is a name', () => {
    expect(
      explain(
        [
          { ...manual(28), name: 'Swedish massage' },
          { ...massage(24), name: 'MFR' },
        ],
        'cms',
      ),
    ).toContain('Swedish massage the third')
  })
})
