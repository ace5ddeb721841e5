import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesInWords, compareMarks } from './compare.ts'
import { findSites, markInWords } from './mark-words.ts'
import { MARKS, Mark, markWords } from './marks.ts'
import { findMarks, parseMark } from './parse-mark.ts'
import { mainPlaceOf } from './places.ts'
import { BodySite, SITES, siteLabel } from './sites.ts'

const site = (id: string) => BodySite.parse(id)
const aMark = (kind: Mark['kind'], id: string, grade: number | null = null, rest: Partial<Mark> = {}): Mark => ({
  id: crypto.randomUUID(),
  kind,
  site: site(id),
  at: mainPlaceOf(site(id)),
  grade,
  quality: '',
  refersTo: null,
  remark: '',
  ...rest,
})
const temple = { site: site('temporalis-right'), at: mainPlaceOf(site('temporalis-right')) }

describe('finding a site by what a therapist types', () => {
  it.each<[typed: string, first: readonly string[]]>([
    ['lev r', ['levator-scapulae-right']],
    ['r lev scap', ['levator-scapulae-right']],
    ['ql left', ['quadratus-lumborum-left']],
    ['right upper trap', ['upper-trapezius-right']],
    ['trap rt', ['upper-trapezius-right', 'middle-trapezius-right', 'lower-trapezius-right']],
    ['SCM', ['sternocleidomastoid-left', 'sternocleidomastoid-right']],
    ['tmj r', ['jaw-joint-right']],
    ['temple l', ['temporalis-left']],
    ['si r', ['sacroiliac-joint-right']],
    ['low back', ['lumbar-paraspinals-left', 'lumbar-paraspinals-right', 'lumbosacral-junction']],
    ['it band l', ['it-band-left']],
    ['golfer’s elbow r', ['inner-elbow-right']],
    ['sole l', ['plantar-fascia-left']],
    ['coccyx', ['tailbone']],
    ['sub occ l', ['suboccipitals-left']],
  ])('%s', (typed, first) => expect(findSites(typed).slice(0, first.length)).toEqual(first))

  it('finds all from head to foot where nothing is typed, one side where only a side is, none for a stranger', () => {
    expect(findSites('')).toEqual(SITES)
    expect(findSites('l').every(found => found.endsWith('-left'))).toBe(true)
    expect(findSites('spleen')).toEqual([])
  })

  it('finds every site first by its own label', () => {
    for (const each of SITES) expect(findSites(siteLabel(each))[0], siteLabel(each)).toBe(each)
  })
})

describe('a mark typed in one line', () => {
  it.each<[typed: string, words: string]>([
    ['tp lev r 3 > temporalis r', 'Trigger point in the right levator scapulae, tenderness 3 of 4, refers to the right temporalis'],
    ['tp lev r 3 > temple', 'Trigger point in the right levator scapulae, tenderness 3 of 4, refers to the right temporalis'],
    ['pain neck 5 aching', 'Pain in the left neck extensors, 5 of 10, aching'],
    ['Pain, neck r 5/10 sharp: worse at the desk', 'Pain in the right neck extensors, 5 of 10, sharp: worse at the desk'],
    ['numb fingers r 4', 'Numbness in the right fingers, 4 of 10'],
    ['tight upper trap l 2', 'Tension in the left upper trapezius, tone 2 of 4'],
    ['scar forearm', 'Scar in the left brachioradialis'],
    ['lev l', 'Adhesion in the left levator scapulae'],
  ])('%s', (typed, words) => {
    const found = parseMark(typed, 'adhesion')
    expect(found && markInWords(found)).toBe(words)
  })

  it('names no place, so nothing is marked', () => {
    expect(['', 'pain', 'tp r', 'pain 5 aching', 'tp > temple'].map(typed => parseMark(typed, 'pain'))).toEqual([null, null, null, null, null])
  })

  it('leaves a grade out that the kind does not have', () => {
    expect(parseMark('tp lev r 9', 'pain')).toBeNull()
    expect(parseMark('pain lev r 9', 'pain')?.grade).toBe(9)
  })

  it('makes marks a note accepts, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.constantFrom(...MARKS), (noise, { kind }) => {
        for (const found of findMarks(`lev ${noise}`, kind).slice(0, 3)) {
          expect(Mark.safeParse({ ...found, id: crypto.randomUUID() }).success).toBe(true)
          expect(found.grade ?? 0).toBeLessThanOrEqual(markWords(found.kind).maxGrade)
        }
      }),
    )
  })
})

describe('two visits compared', () => {
  const before = [
    aMark('pain', 'cervical-paraspinals-right', 6),
    aMark('trigger-point', 'levator-scapulae-right', 3, { refersTo: temple }),
    aMark('tension', 'upper-trapezius-left', 3),
    aMark('adhesion', 'rhomboids-left'),
    aMark('treated', 'rhomboids-left'),
  ]
  const after = [
    aMark('pain', 'cervical-paraspinals-right', 2),
    aMark('pain', 'cervical-paraspinals-right', 3),
    aMark('tension', 'upper-trapezius-left', 4),
    aMark('adhesion', 'rhomboids-left', 2),
    aMark('pain', 'forehead', 1),
  ]

  it('tells what is gone, eased, worse, new and the same, the highest grade of a place speaking', () => {
    expect(compareMarks(before, after).map(({ kind, site: where, change, before: then, after: now }) => [kind, where, change, then, now])).toEqual([
      ['pain', 'forehead', 'new', null, 1],
      ['pain', 'cervical-paraspinals-right', 'eased', 6, 3],
      ['trigger-point', 'levator-scapulae-right', 'gone', 3, null],
      ['tension', 'upper-trapezius-left', 'worse', 3, 4],
      ['adhesion', 'rhomboids-left', 'same', null, 2],
    ])
  })

  it('says it for a letter', () => {
    expect(changesInWords(compareMarks(before, after))).toBe(
      'Gone: right levator scapulae trigger point (was 3 of 4). Eased: right neck extensors pain from 6 to 3 of 10. ' +
        'Worse: left upper trapezius tension from 3 to 4 of 4. New: forehead pain (1 of 10). Unchanged: left rhomboids adhesion (2 of 4).',
    )
    expect(changesInWords(compareMarks([], []))).toBe('')
  })

  it('finds the opposite when the visits are swapped, and nothing but the same against itself', () => {
    const opposite = { new: 'gone', gone: 'new', eased: 'worse', worse: 'eased', same: 'same' } as const
    expect(compareMarks(after, before).map(({ change }) => opposite[change])).toEqual(compareMarks(before, after).map(({ change }) => change))
    expect(compareMarks(before, before).every(({ change }) => change === 'same')).toBe(true)
  })
})
