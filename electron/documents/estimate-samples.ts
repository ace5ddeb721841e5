import type { Estimate, EstimateLine } from '../../shared/documents/estimate.ts'
import { disputeStatements, estimateStatements } from '../../shared/documents/estimate-statements.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { Amount, cents } from '../../shared/lib/money.ts'
import { USUAL_BILLING_RULES } from '../../shared/practice/billing-rules.ts'
import { sampleLetterhead } from './superbill-samples.ts'

/** For tests: one expected service of the sample estimate. */
export function sampleEstimateLine(changes: Partial<EstimateLine> = {}): EstimateLine {
  const line = { service: 'Manual therapy', code: '97140', dx: 'M54.59', units: 1, unitFee: Amount.parse(4800), visits: 6, ...changes }
  return { ...line, expected: Amount.parse(line.units * line.unitFee * line.visits) }
}

/** For tests: the estimate of the sample papers. Everybody in it is invented. */
export function sampleEstimate(changes: Partial<Estimate> = {}): Estimate {
  return {
    letterhead: sampleLetterhead,
    number: 'GE-2026-0057',
    version: 1,
    replaces: null,
    issuedOn: localDate('2026-11-05'),
    bookedOn: localDate('2026-11-05'),
    requestedOn: null,
    patient: {
      name: 'Harold J. Lindqvist',
      addressLines: ['9 Sandhill Crane Lane', 'Larkspur Falls, MT 59000'],
      bornOn: localDate('1961-05-19'),
      paying: 'Self-pay, no claim',
    },
    service: 'Medical massage for low back pain, 60 minutes',
    plan: 'Once a week, 6 visits, first on Tue, Nov 10, 2026, 10:00 am',
    diagnoses: 'M54.59 Other low back pain (Owen T. Bright, DO, Nov 2, 2026)',
    visits: 6,
    from: localDate('2026-11-10'),
    to: localDate('2026-12-15'),
    providers: [
      {
        name: 'Dana R. Whitlock, LMT',
        facts: 'NPI 1234567893, TIN 00-1234567, license MT LMT-00417. Location: address above, MT',
        lines: [
          sampleEstimateLine(),
          sampleEstimateLine({ service: 'Massage strokes', code: '97124', unitFee: Amount.parse(4200) }),
          sampleEstimateLine({ service: 'Hot or cold pack', code: '97010', unitFee: Amount.parse(1500), visits: 3 }),
        ],
      },
    ],
    totals: { charges: Amount.parse(58_500), discount: cents(0), discountWords: '', expected: Amount.parse(58_500) },
    statements: estimateStatements(USUAL_BILLING_RULES.estimate.otherItems),
    dispute: disputeStatements(USUAL_BILLING_RULES.estimate),
    basis: { practitionerIds: [], fees: [] },
    ...changes,
  }
}
