import { joinWords } from '../body-chart/regions.ts'
import { formatDate } from '../lib/dates.ts'
import type { ChargedVisit } from './charged-visit.ts'
import { withCredentials } from './paper-words.ts'

const MOST_DIAGNOSES = 12

/**
 * Why charged visits cannot stand on one superbill, in words that name the way out; null when they can. The diagnosis is never ours to make, so a visit
 * without one is refused, not filled in; unsigned notes, two practitioners, two plans, two accidents or more than twelve diagnoses are refused too.
 */
export function visitsObstacle(visits: readonly ChargedVisit[]): string | null {
  if (visits.every(visit => visit.lines.length === 0)) return 'Nothing was charged on these dates. Check the visit out first, or choose other dates.'
  return (
    unsigned(visits) ?? withoutDiagnosis(visits) ?? severalPractitioners(visits) ?? severalPlans(visits) ?? severalAccidents(visits) ?? tooManyDiagnoses(visits)
  )
}

const datesOf = (visits: readonly ChargedVisit[]) => {
  const dates = [...new Set(visits.map(visit => formatDate(visit.serviceOn)))]
  return dates.length > 3 ? `${dates.slice(0, 3).join('; ')} and ${dates.length - 3} more` : dates.join('; ')
}

function unsigned(visits: readonly ChargedVisit[]): string | null {
  const found = visits.filter(visit => !visit.isNoteSigned)
  return found.length === 0 ? null : `The note of ${datesOf(found)} is not signed. Sign it first: a superbill is only for signed notes.`
}

function withoutDiagnosis(visits: readonly ChargedVisit[]): string | null {
  const found = visits.filter(visit => visit.facts.diagnoses.length === 0)
  if (found.length === 0) return null
  return `No diagnosis on file for ${datesOf(found)}. Add it to the episode with the physician who made it, valid from that day or before.`
}

function severalPractitioners(visits: readonly ChargedVisit[]): string | null {
  const names = new Map(visits.map(({ facts: { practitioner } }) => [practitioner.id, withCredentials(practitioner.legalName, practitioner.credentials)]))
  return names.size < 2 ? null : `These visits were given by ${joinWords([...names.values()])}. Choose dates of one practitioner: a superbill names one.`
}

// Another payer under another member ID: a renamed payer or a corrected ID alone is the same plan.
function severalPlans(visits: readonly ChargedVisit[]): string | null {
  const plans = visits.flatMap(({ facts: { policy } }) => (policy && policy.memberId !== '' ? [policy] : []))
  const [first] = plans
  const other = plans.find(({ memberId, payer }) => first && memberId !== first.memberId && payer.name !== first.payer.name)
  if (!first || !other) return null
  return `These visits fall under two plans, ${first.payer.name} and ${other.payer.name}. Choose dates of one plan: a superbill names one insured.`
}

function severalAccidents(visits: readonly ChargedVisit[]): string | null {
  const cases = new Map(
    visits.map(({ facts: { episode } }) => {
      const isInjury = episode !== null && episode.kind !== 'illness'
      return isInjury ? [`${episode.kind} ${episode.claim?.claimNumber ?? ''} ${episode.id}`, episode.condition] : ['', 'another condition']
    }),
  )
  if (cases.size < 2) return null
  return `These dates hold visits for ${joinWords([...cases.values()])}. Choose dates of one case: an accident has a superbill of its own.`
}

function tooManyDiagnoses(visits: readonly ChargedVisit[]): string | null {
  const codes = new Set(visits.flatMap(visit => visit.facts.diagnoses.map(diagnosis => diagnosis.code)))
  if (codes.size <= MOST_DIAGNOSES) return null
  return `These visits carry ${codes.size} diagnoses, and a superbill holds 12. Split the range of dates and issue one superbill for each part.`
}
