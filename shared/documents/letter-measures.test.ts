import { describe, expect, it } from 'vitest'
import { MarkKind } from '../body-chart/marks.ts'
import { BodySite } from '../body-chart/sites.ts'
import { addDays, localDate } from '../lib/dates.ts'
import { GoalId } from '../lib/ids.ts'
import { emptyContent } from '../notes/new-content.ts'
import type { NoteContent } from '../notes/schema.ts'
import type { OutcomeScore } from '../outcomes/schema.ts'
import { USUAL_RULES } from '../practice/clinical-rules.ts'
import { letterGoals } from './letter-goals.ts'
import { letterMeasures } from './letter-measures.ts'
import { outcomeOf } from './letter-outcome.ts'
import type { LetterSource, LetterVisit } from './letter-source.ts'

const FIRST = localDate('2026-09-29')
const visit = (week: number, changes: Partial<NoteContent>): LetterVisit => ({ on: addDays(FIRST, 7 * week), content: { ...emptyContent(), ...changes } })
const scored = (measure: OutcomeScore['measure'], points: number, given: Partial<OutcomeScore> = {}): OutcomeScore => ({
  measure,
  ticked: null,
  points,
  answered: null,
  generic: null,
  ...given,
})
const pain = (now: number) => ({ painBefore: { now, best: null, worst: null } })
const rows = (...args: Parameters<typeof letterMeasures>) =>
  letterMeasures(...args).map(({ measure, baseline, current, change, meaningful, note }) => [measure, baseline, current, change, meaningful, note])
const grip = { name: 'Grip', min: 0, max: 60, better: 'higher', mattersFrom: null } as const

describe('the letter’s table', () => {
  it('has every questionnaire with its threshold, yes, not yet or worse', () => {
    const visits = [
      visit(0, {
        scores: [scored('neck-disability', 25), scored('roland-morris', 12), scored('lower-extremity', 40), scored('generic', 20, { generic: grip })],
      }),
      visit(4, {
        scores: [
          scored('neck-disability', 15),
          scored('roland-morris', 9),
          scored('lower-extremity', 38),
          scored('generic', 26, { generic: grip }),
          scored('global-change', 4),
        ],
      }),
    ]
    expect(rows(visits, false)).toEqual([
      ['Rating of change, −7 to +7', '', '+4', '', 'yes', 'Yes, 3 or more'],
      ['Roland-Morris, 0 to 24', '12', '9', '−3', 'not-yet', 'Not yet, 5 or more'],
      ['Neck disability, 0 to 100%', '50%', '30%', '−20', 'yes', 'Yes, 14 or more'],
      ['Leg function, 0 to 80', '40', '38', '−2', 'not-yet', 'No, worse'],
      ['Grip, 0 to 60', '20', '26', '+6', 'none', ''],
    ])
    expect(rows(visits, false, { rules: { mattersFrom: { 'neck-disability': 21 } } })[2]).toEqual([
      'Neck disability, 0 to 100%',
      '50%',
      '30%',
      '−20',
      'not-yet',
      'Not yet, 21 or more',
    ])
  })

  it('says on which days a measure was taken where they are not the columns’', () => {
    const visits = [visit(0, pain(7)), visit(1, { scores: [scored('oswestry', 20)] }), visit(4, { scores: [scored('oswestry', 10)] }), visit(5, pain(4))]
    expect(rows(visits, false)).toEqual([
      ['Pain now, 0 to 10', '7', '4', '−3', 'yes', 'Yes, 2 or more'],
      ['Oswestry, Oct 6 to Oct 27', '40%', '20%', '−20', 'yes', 'Yes, 12 or more'],
    ])
    const late = [visit(0, pain(7)), visit(1, { scores: [scored('oswestry', 20)] }), visit(5, { scores: [scored('oswestry', 10)] })]
    expect(rows(late, false)[1]?.[0]).toBe('Oswestry, Oct 6 to Nov 3')
  })

  it('takes the final measures at discharge for the last', () => {
    const final = { on: localDate('2026-11-05'), painNow: 1, activities: [], scores: [scored('oswestry', 5)] }
    expect(rows([visit(0, { ...pain(7), scores: [scored('oswestry', 20)] }), visit(5, pain(4))], false, { final })).toEqual([
      ['Pain now, 0 to 10', '7', '1', '−6', 'yes', 'Yes, 2 or more'],
      ['Oswestry, 0 to 100%', '40%', '10%', '−30', 'yes', 'Yes, 12 or more'],
    ])
  })

  it('has strength and palpation where measured, each side in a word', () => {
    const felt = (kind: string, site: string, grade: number | null) => ({
      id: '00000000-0000-4000-8000-000000000001',
      kind: MarkKind.parse(kind),
      site: BodySite.parse(site),
      at: { view: 'back' as const, x: 1, y: 1 },
      grade,
      quality: '' as const,
      refersTo: null,
      remark: '',
    })
    const visits = [
      visit(0, {
        strength: [
          { muscle: 'Upper trapezius', left: '4-', right: '5', value: null },
          { muscle: 'Deep neck flexors', left: null, right: null, value: '3+' },
        ],
        marks: [felt('tension', 'upper-trapezius-left', 3), felt('trigger-point', 'levator-scapulae-right', 2), felt('pain', 'levator-scapulae-right', 7)],
      }),
      visit(5, {
        strength: [
          { muscle: 'Upper trapezius', left: '4+', right: '4+', value: null },
          { muscle: 'Deep neck flexors', left: null, right: null, value: '3+' },
        ],
        marks: [felt('tension', 'upper-trapezius-left', 1), felt('tension', 'levator-scapulae-left', 4)],
      }),
    ]
    const found = rows(visits, false)
    expect(found.slice(0, 2)).toEqual([
      ['Upper trapezius, L / R', '4− / 5', '4+ / 4+', 'better / worse', 'none', 'Normal strength 5'],
      ['Deep neck flexors', '3+', '3+', '0', 'none', 'Normal strength 5'],
    ])
    expect(found.slice(2).map(row => row.slice(1))).toEqual([
      ['2', 'gone', '−2', 'none', 'Of 4'],
      ['3', '1', '−2', 'none', 'Of 4'],
    ])
    expect(rows(visits.slice(0, 1), true).map(row => row.slice(1))).toEqual([
      ['4− / 5', '', '', 'none', 'Normal strength 5'],
      ['3+', '', '', 'none', 'Normal strength 5'],
      ['2', '', '', 'none', 'Of 4'],
      ['3', '', '', 'none', 'Of 4'],
    ])
  })
})

describe('the verdict', () => {
  const outcome = (visits: readonly LetterVisit[], finalMeasures: LetterSource['episode']['finalMeasures'] = null) =>
    outcomeOf({ visits, episode: { goals: [], finalMeasures }, rules: USUAL_RULES })

  it.each([
    ['one visit', [visit(0, pain(7))], 'first'],
    ['pain less by what matters', [visit(0, pain(7)), visit(5, pain(5))], 'improved'],
    ['pain less by little', [visit(0, pain(7)), visit(5, pain(6))], 'a-little'],
    ['a questionnaire better by what matters', [visit(0, { scores: [scored('oswestry', 20)] }), visit(5, { scores: [scored('oswestry', 14)] })], 'improved'],
    [
      'pain better, a questionnaire worse by what matters',
      [visit(0, { ...pain(7), scores: [scored('oswestry', 14)] }), visit(5, { ...pain(4), scores: [scored('oswestry', 20)] })],
      'worse',
    ],
    ['rated much better', [visit(0, {}), visit(5, { scores: [scored('global-change', 5)] })], 'improved'],
    ['nothing moved', [visit(0, pain(5)), visit(5, pain(5))], 'unchanged'],
  ] as const)('of %s is %s', (_, visits, verdict) => {
    expect(outcome(visits).verdict).toBe(verdict)
  })

  it('comes with one sentence for each measure, the same as on screen', () => {
    const visits = [visit(0, { ...pain(7), scores: [scored('oswestry', 20)] }), visit(5, { ...pain(4), scores: [scored('oswestry', 16)] })]
    expect(outcome(visits).changes).toEqual([
      'Pain improved by 3 points since Sep 29, more than the 2 that matters.',
      'Back disability (Oswestry) improved by 8 points since Sep 29, less than the 12 that matters.',
    ])
    expect(outcome(visits.slice(0, 1), { on: localDate('2026-11-05'), painNow: 2, activities: [], scores: [] }).changes).toEqual([
      'Pain improved by 5 points since Sep 29, more than the 2 that matters.',
    ])
  })
})

it('writes a goal’s present value in its own unit', () => {
  const goal = {
    id: GoalId.parse('00000000-0000-4000-8000-000000000001'),
    baseline: 50,
    start: 50,
    target: 20,
    statedStatus: null,
    status: 'in-progress' as const,
    progress: 0.4,
  }
  const words = (given: { text: string; measure: 'score' | 'rom' | 'pain-now'; unit: string; current: number }) =>
    letterGoals([{ ...goal, key: '', ...given }], 'progress').map(({ text }) => text)
  expect(words({ text: 'Neck disability at 20% or less', measure: 'score', unit: '%', current: 37.8 })).toEqual(['Neck disability at 20% or less: now 37.8%'])
  expect(words({ text: 'LEFS at 60', measure: 'score', unit: 'points', current: 44 })).toEqual(['LEFS at 60: now 44'])
  expect(words({ text: 'Turn left', measure: 'rom', unit: '°', current: 52 })).toEqual(['Turn left: now 52°'])
  expect(words({ text: 'Pain at 2', measure: 'pain-now', unit: 'points', current: 3 })).toEqual(['Pain at 2: now 3 out of 10'])
})
