import { joinWords } from '../body-chart/regions.ts'
import { formatDate } from '../lib/dates.ts'
import type { ChargedVisit } from './charged-visit.ts'
import type { ClaimRemark } from './claim-form.ts'
import type { ClaimSource } from './claim-form-compose.ts'
import { insuredBoxes, isInsuredAnother } from './claim-form-people.ts'
import { withCredentials } from './paper-words.ts'

const datesOf = (visits: readonly ChargedVisit[]) => {
  const dates = [...new Set(visits.map(visit => formatDate(visit.serviceOn)))]
  return dates.length > 3 ? `${dates.slice(0, 3).join('; ')} and ${dates.length - 3} more` : dates.join('; ')
}

/** Why charged visits of an episode cannot stand on a claim, in words that name the way out; null when they can. */
export function claimObstacle(visits: readonly ChargedVisit[]): string | null {
  if (visits.every(visit => visit.lines.length === 0)) return 'Nothing was charged on these dates. Check the visits out first, or choose other dates.'
  const unsigned = visits.filter(visit => !visit.isNoteSigned)
  if (unsigned.length > 0) return `The note of ${datesOf(unsigned)} is not signed. Sign it first: a claim is only for signed notes.`
  const bare = visits.filter(visit => visit.facts.diagnoses.length === 0)
  if (bare.length > 0) return `No diagnosis on file for ${datesOf(bare)}. Add it to the episode with the physician who made it, valid from that day or before.`
  const names = new Map(visits.map(({ facts: { practitioner } }) => [practitioner.id, withCredentials(practitioner.legalName, practitioner.credentials)]))
  if (names.size < 2) return null
  return `These visits were given by ${joinWords([...names.values()])}. Choose dates of one practitioner: one person signs a claim.`
}

const missing = (sentence: string): ClaimRemark => ({ sentence, blocks: false })
const blocking = (sentence: string): ClaimRemark => ({ sentence, blocks: true })

/** What a payer would ask for and the records do not hold; what blocks comes first. */
export function claimRemarks({ visits, typed, releaseSignedOn }: ClaimSource): ClaimRemark[] {
  const obstacle = claimObstacle(visits)
  const facts = visits.toSorted((a, b) => a.serviceOn.localeCompare(b.serviceOn)).at(-1)?.facts
  if (obstacle !== null || !facts) return [blocking(obstacle ?? 'Nothing was charged on these dates.')]
  const { clinic, practitioner, patient, episode } = facts
  const kind = episode?.kind ?? 'illness'
  const claim = kind === 'illness' ? null : (episode?.claim ?? null)
  const { texts } = insuredBoxes(facts, typed)
  const prescription = visits.map(visit => visit.facts.prescription).find(found => found !== null)
  const checks: readonly (readonly [boolean, ClaimRemark])[] = [
    [practitioner.npi === '', blocking('Box 24J: the therapist’s NPI is missing. Add it in Settings.')],
    [clinic.taxId === '', blocking('Box 25: the clinic’s tax ID is missing. Add it in Settings.')],
    [texts.insuredId === '', missing(idSentence(kind))],
    [(texts.payer ?? '') === '', missing('The payer is not known. Choose the insurer of the claim on the episode.')],
    [
      [patient.address.street, patient.address.city, patient.address.state, patient.address.zip].includes(''),
      missing('Box 5: the patient’s address is incomplete.'),
    ],
    [patient.sex !== 'female' && patient.sex !== 'male', missing('Box 3: the form knows M and F only, and neither is on file. It stays empty.')],
    [kind === 'work' && (claim?.employer ?? '') === '', missing('Box 4: the employer is not known. Add it to the claim on the episode.')],
    [isInsuredAnother(facts) && (texts.insuredStreet ?? '') === '', missing('Box 7: say where the insured lives.')],
    [kind !== 'illness' && (claim?.claimNumber ?? '') === '', missing('Box 11b: the claim number is missing. Add it to the episode.')],
    [kind === 'auto' && (claim?.state ?? '') === '', missing('Box 10b: the state of the accident is missing. Add it to the episode.')],
    [kind !== 'illness' && (claim?.injuredOn ?? null) === null, missing('Box 15: the date of the accident is missing. Add it to the episode.')],
    [releaseSignedOn === null, missing('Box 12: no release of information is on file. The patient signs the form by hand.')],
    [prescription === undefined, missing('Box 17: no prescription covers these visits, so no physician is named.')],
    [prescription?.prescriber.npi === '', missing('Box 17b: the physician’s NPI is missing.')],
    [!practitioner.signatureOnFile, missing('Box 31: the therapist signs the form by hand.')],
    [practitioner.taxonomy === '', missing('Boxes 24J and 33b: the therapist’s taxonomy code is missing.')],
    [
      [clinic.address.street, clinic.address.city, clinic.address.state, clinic.address.zip].includes(''),
      missing('Box 33: the clinic’s address is incomplete.'),
    ],
  ]
  return checks.filter(([isMissing]) => isMissing).map(([, remark]) => remark)
}

function idSentence(kind: string): string {
  if (kind === 'work') return 'Box 1a: the employee’s ID is not known. Type it here if the payer gave one.'
  return kind === 'auto'
    ? 'Box 1a: the number of the auto policy is not known. Type it here.'
    : 'Box 1a: the member ID is missing. Add it to the patient’s insurance.'
}
