import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PrescriptionUse } from '../episodes/prescription-use.ts'
import { addDays, localDate } from '../lib/dates.ts'
import { PrescriptionId } from '../lib/ids.ts'
import { USUAL_RULES } from '../practice/clinical-rules.ts'
import { type LetterDueFacts, letterDue, suggestedKind } from './letter-due.ts'

const TODAY = localDate('2026-11-05')
const use = (used: number, { allowed = 6, expiresOn = null }: { allowed?: number | null; expiresOn?: string | null } = {}): PrescriptionUse => ({
  prescriptionId: PrescriptionId.parse('00000000-0000-4000-8000-000000000004'),
  allowed,
  used,
  hasVisitToday: false,
  booked: 0,
  expiresOn: expiresOn === null ? null : localDate(expiresOn),
  state: 'active',
  words: '',
})
const facts = (changes: Partial<LetterDueFacts> = {}): LetterDueFacts => ({
  today: TODAY,
  prescription: use(3),
  prescribedOn: localDate('2026-09-28'),
  visitsSinceLetter: 3,
  visitsSinceReEvaluation: 3,
  lastLetterOn: null,
  withheldOn: null,
  closedOn: null,
  hasDischargeLetter: false,
  ...changes,
})
const dueWords = (changes: Partial<LetterDueFacts>) => {
  const due = letterDue(facts(changes), USUAL_RULES)
  return due && `${due.kind}: ${due.words}`
}

describe('letterDue', () => {
  it.each([
    ['progress: 2 visits left', { prescription: use(4) }],
    ['progress: 1 visit left', { prescription: use(5) }],
    ['progress: All visits used', { prescription: use(6) }],
    ['progress: Expires Nov 19', { prescription: use(1, { expiresOn: '2026-11-19' }) }],
    ['progress: Expired Nov 1', { prescription: use(1, { expiresOn: '2026-11-01' }) }],
    [null, { prescription: use(1, { expiresOn: '2026-11-20' }) }],
    [null, { prescription: use(3) }],
    ['progress: 8 visits without a letter', { prescription: use(1, { allowed: 20 }), visitsSinceLetter: 8 }],
    [null, { prescription: use(1, { allowed: 20 }), visitsSinceLetter: 7 }],
    ['re-evaluation: Re-evaluation due, visit 6', { prescription: use(6, { allowed: 20 }), visitsSinceReEvaluation: 6 }],
    [null, { prescription: use(6, { allowed: 20 }), visitsSinceLetter: 2, visitsSinceReEvaluation: 6 }],
    ['re-evaluation: 2 visits left', { prescription: use(4), visitsSinceReEvaluation: 6 }],
    [null, { prescription: use(4), lastLetterOn: localDate('2026-11-01') }],
    [null, { prescription: use(4), visitsSinceLetter: 2 }],
    ['progress: All visits used', { prescription: use(2, { allowed: 2 }), visitsSinceLetter: 2 }],
    [null, { prescription: null, visitsSinceLetter: 20 }],
    [null, { prescription: use(0, { allowed: 0 }), visitsSinceLetter: 0 }],
    ['refer-back: Treatment withheld Nov 4', { withheldOn: localDate('2026-11-04'), visitsSinceLetter: 1 }],
    ['discharge: Treatment ended Nov 2', { closedOn: localDate('2026-11-02') }],
    [null, { closedOn: localDate('2026-11-02'), hasDischargeLetter: true }],
    [null, { closedOn: localDate('2026-10-01') }],
    [null, { closedOn: localDate('2026-11-02'), visitsSinceLetter: 0 }],
  ] as const)('says %s', (words, given) => expect(dueWords(given)).toBe(words))

  it('follows the clinic’s own limits', () => {
    const rules = { ...USUAL_RULES, letterVisitsLeft: 0, letterDaysLeft: 30, letterEveryVisits: 4, letterFirstAfter: 1, reEvaluateEveryVisits: null }
    expect(letterDue(facts({ prescription: use(4) }), rules)).toBeNull()
    expect(letterDue(facts({ visitsSinceLetter: 4, visitsSinceReEvaluation: 40 }), rules)).toEqual({ kind: 'progress', words: '4 visits without a letter' })
    expect(letterDue(facts({ visitsSinceLetter: 1, prescription: use(1, { expiresOn: '2026-12-05' }) }), rules)?.words).toBe('Expires Dec 5')
  })
})

const days = fc.integer({ min: -60, max: 60 }).map(count => addDays(TODAY, count))
const anyFacts: fc.Arbitrary<LetterDueFacts> = fc.record({
  today: fc.constant(TODAY),
  prescription: fc
    .tuple(fc.integer({ min: 0, max: 14 }), fc.option(fc.integer({ min: 1, max: 12 })), fc.option(days))
    .map(([used, allowed, expiresOn]) => use(used, { allowed, expiresOn })),
  prescribedOn: days,
  visitsSinceLetter: fc.nat(14),
  visitsSinceReEvaluation: fc.nat(14),
  lastLetterOn: fc.option(days),
  withheldOn: fc.constant(null),
  closedOn: fc.constant(null),
  hasDischargeLetter: fc.boolean(),
})

describe('letterDue, whatever the course', () => {
  it('asks for no report before the least number of visits, unless all that were prescribed are fewer', () => {
    fc.assert(
      fc.property(anyFacts, given => {
        const least = Math.min(USUAL_RULES.letterFirstAfter, given.prescription?.allowed ?? USUAL_RULES.letterFirstAfter)
        if (given.visitsSinceLetter < least) expect(letterDue(given, USUAL_RULES)).toBeNull()
      }),
    )
  })

  it('never stops being due because another visit was given', () => {
    fc.assert(
      fc.property(anyFacts, given => {
        if (letterDue(given, USUAL_RULES) === null) return
        const { prescription } = given
        const next = {
          ...given,
          visitsSinceLetter: given.visitsSinceLetter + 1,
          visitsSinceReEvaluation: given.visitsSinceReEvaluation + 1,
          prescription: prescription && { ...prescription, used: prescription.used + 1 },
        }
        expect(letterDue(next, USUAL_RULES)).not.toBeNull()
      }),
    )
  })

  it('is silent about a prescription’s end once a letter was signed under it', () => {
    fc.assert(
      fc.property(anyFacts, given => {
        const due = letterDue({ ...given, prescribedOn: TODAY, lastLetterOn: TODAY }, USUAL_RULES)
        if (due) expect(due.words).toMatch(/without a letter|Re-evaluation due/)
      }),
    )
  })
})

describe('suggestedKind', () => {
  const told = { closedOn: null, hasDischargeLetter: false, visits: 5, hasAnyLetter: false }
  it.each([
    ['initial', { visits: 1 }],
    ['progress', { visits: 1, hasAnyLetter: true }],
    ['progress', {}],
    ['discharge', { closedOn: TODAY }],
    ['progress', { closedOn: TODAY, hasDischargeLetter: true }],
  ] as const)('is %s', (kind, changes) => expect(suggestedKind({ ...told, ...changes })).toBe(kind))
})
