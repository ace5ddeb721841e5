import type { ChargedVisit } from '../../shared/documents/charged-visit.ts'
import { type ClaimForm, NOTHING_TYPED } from '../../shared/documents/claim-form.ts'
import { type ClaimSource, composeClaimForm } from '../../shared/documents/claim-form-compose.ts'
import { dx, FACTS, sampleId } from '../../shared/documents/superbill-facts-sample.ts'
import { addDays, localDate } from '../../shared/lib/dates.ts'
import { AppointmentId, EpisodeId, ServiceId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'

const INJURED_ON = localDate('2026-08-02')

/** A visit of an auto case: two services, paid in part. */
export function claimVisit(serviceOn: string, given: { codes?: readonly string[]; paid?: number; modifiers?: string[] } = {}): ChargedVisit {
  const { codes = ['97140', '97124'], paid = 4200, modifiers = [] } = given
  return {
    appointmentId: AppointmentId.parse(sampleId(70)),
    serviceOn: localDate(serviceOn),
    isNoteSigned: true,
    facts: {
      ...FACTS,
      policy: null,
      diagnoses: [dx('A', 'S13.4XXD'), dx('B', 'M62.838')].map(each => ({ ...each, diagnosedOn: localDate(each.diagnosedOn) })),
      episode: {
        id: EpisodeId.parse(sampleId(3)),
        condition: 'Whiplash',
        kind: 'auto',
        onsetOn: null,
        claim: { payerName: 'Northfork Mutual Auto', claimNumber: 'NF-26-00881', injuredOn: INJURED_ON, state: 'MT', adjuster: 'P. Quill', employer: '' },
      },
    },
    lines: codes.map((code, i) => ({
      serviceId: ServiceId.parse(sampleId(20 + i)),
      code,
      name: 'Manual therapy',
      modifiers,
      pointers: ['A', 'B'],
      placeOfService: '11',
      minutes: 30,
      units: 2,
      unitFee: cents(4500),
      charge: cents(9000),
      regionWords: 'Neck',
    })),
    discount: cents(0),
    payments: paid === 0 ? [] : [{ amount: cents(paid), method: 'card', reference: '', paidOn: localDate(serviceOn) }],
  }
}

/** Seven visits of an auto case: fourteen lines, so three forms. */
export const sampleClaimSource: ClaimSource = {
  prescribers: new Map(),
  visits: Array.from({ length: 7 }, (_, week) => claimVisit(addDays(localDate('2026-10-01'), week * 7))),
  typed: { ...NOTHING_TYPED, insuredId: 'AP 7714 220' },
  firstTreatedOn: localDate('2026-10-01'),
  releaseSignedOn: localDate('2026-09-30'),
}

/** The claim of it, issued. */
export const sampleClaimForm: ClaimForm = composeClaimForm(sampleClaimSource, {
  number: 'CF-2026-0001',
  version: 1,
  replaces: null,
  issuedOn: localDate('2026-11-19'),
  logo: '',
})
