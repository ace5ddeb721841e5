import type { InvoiceFacts } from '../billing/invoice-facts.ts'
import type { ReadinessFix } from '../billing/readiness-item.ts'
import { sessionOf } from '../billing/readiness-words.ts'
import { joinWords } from '../body-chart/regions.ts'
import { formatDate } from '../lib/dates.ts'
import type { Address } from '../practice/schema.ts'
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

const missing = (sentence: string, fix: ClaimRemark['fix'] = null): ClaimRemark => ({ sentence, blocks: false, fix })
const blocking = (sentence: string, fix: ClaimRemark['fix'] = null): ClaimRemark => ({ sentence, blocks: true, fix })
const isIncomplete = ({ street, city, state, zip }: Address) => [street, city, state, zip].includes('')

/** Where the records of a claim are put right: each takes the field and the button’s words. */
function placesOf({ practitioner, patient, episode }: InvoiceFacts) {
  const place = (screen: ReadinessFix['screen'], refId: string | null) => (field: string, label: string) => ({ screen, field, refId, label })
  return {
    clinic: place('clinic', null),
    therapist: place('practitioner', practitioner.id),
    patient: place('patient', patient.id),
    policy: place('policy', patient.id),
    episode: place('episode', episode?.id ?? null),
  }
}

/** Leads to the first note that is to be signed; null where all are. */
function signing(visits: readonly ChargedVisit[]): ClaimRemark['fix'] {
  const unsigned = visits.find(visit => !visit.isNoteSigned)
  return unsigned ? sessionOf(unsigned, 'signature', 'Sign note') : null
}

const npiOf = (prescriberId: string | null): ClaimRemark['fix'] => ({
  screen: 'prescriber',
  field: 'npi',
  refId: prescriberId,
  label: prescriberId === null ? 'Open prescribers' : 'Add NPI',
})

/** What a payer would ask for and the records do not hold; what blocks comes first. */
export function claimRemarks({ visits, typed, releaseSignedOn, prescribers }: ClaimSource): ClaimRemark[] {
  const obstacle = claimObstacle(visits)
  const facts = visits.toSorted((a, b) => a.serviceOn.localeCompare(b.serviceOn)).at(-1)?.facts
  if (!facts) return [blocking(obstacle ?? 'Nothing was charged on these dates.')]
  const at = placesOf(facts)
  const lacksDiagnosis = visits.every(visit => visit.isNoteSigned) && visits.some(visit => visit.facts.diagnoses.length === 0)
  if (obstacle !== null) return [blocking(obstacle, signing(visits) ?? (lacksDiagnosis ? at.episode('diagnosis', 'Add diagnosis') : null))]
  const { clinic, practitioner, patient, episode } = facts
  const kind = episode?.kind ?? 'illness'
  const claim = kind === 'illness' ? null : (episode?.claim ?? null)
  const { texts } = insuredBoxes(facts, typed)
  const prescription = visits.map(visit => visit.facts.prescription).find(found => found !== null)
  const checks: readonly (readonly [boolean, ClaimRemark])[] = [
    [practitioner.npi === '', blocking('Box 24J: the therapist’s NPI is missing. Add it in Settings.', at.therapist('npi', 'Add NPI'))],
    [clinic.taxId === '', blocking('Box 25: the clinic’s tax ID is missing. Add it in Settings.', at.clinic('taxId', 'Add tax ID'))],
    [texts.insuredId === '', missing(idSentence(kind), kind === 'illness' ? at.policy('memberId', 'Add member ID') : null)],
    [(texts.payer ?? '') === '', missing('The payer is not known. Choose the insurer of the claim on the episode.', at.episode('payerId', 'Choose insurer'))],
    [isIncomplete(patient.address), missing('Box 5: the patient’s address is incomplete.', at.patient('address', 'Complete address'))],
    [
      patient.sex !== 'female' && patient.sex !== 'male',
      missing('Box 3: the form knows M and F only, and neither is on file. It stays empty.', patient.sex === '' ? at.patient('sex', 'Open details') : null),
    ],
    [
      kind === 'work' && (claim?.employer ?? '') === '',
      missing('Box 4: the employer is not known. Add it to the claim on the episode.', at.episode('employer', 'Add employer')),
    ],
    [isInsuredAnother(facts) && (texts.insuredStreet ?? '') === '', missing('Box 7: say where the insured lives.')],
    [
      kind !== 'illness' && (claim?.claimNumber ?? '') === '',
      missing('Box 11b: the claim number is missing. Add it to the episode.', at.episode('claimNumber', 'Add claim number')),
    ],
    [
      kind === 'auto' && (claim?.state ?? '') === '',
      missing('Box 10b: the state of the accident is missing. Add it to the episode.', at.episode('state', 'Add state')),
    ],
    [
      kind !== 'illness' && (claim?.injuredOn ?? null) === null,
      missing('Box 15: the date of the accident is missing. Add it to the episode.', at.episode('injuredOn', 'Add date')),
    ],
    [
      releaseSignedOn === null,
      missing('Box 12: no release of information is on file. The patient signs the form by hand.', at.patient('releaseSignedOn', 'Add release')),
    ],
    [
      prescription === undefined,
      missing('Box 17: no prescription covers these visits, so no physician is named.', at.episode('prescription', 'Add prescription')),
    ],
    [
      prescription?.prescriber.npi === '',
      missing('Box 17b: the physician’s NPI is missing.', prescription ? npiOf(prescribers.get(prescription.id) ?? null) : null),
    ],
    [!practitioner.signatureOnFile, missing('Box 31: the therapist signs the form by hand.', at.therapist('signatureOnFile', 'Keep on file'))],
    [practitioner.taxonomy === '', missing('Boxes 24J and 33b: the therapist’s taxonomy code is missing.', at.therapist('taxonomy', 'Add taxonomy'))],
    [isIncomplete(clinic.address), missing('Box 33: the clinic’s address is incomplete.', at.clinic('address', 'Complete address'))],
  ]
  return checks.filter(([isMissing]) => isMissing).map(([, remark]) => remark)
}

function idSentence(kind: string): string {
  if (kind === 'work') return 'Box 1a: the employee’s ID is not known. Type it here if the payer gave one.'
  return kind === 'auto'
    ? 'Box 1a: the number of the auto policy is not known. Type it here.'
    : 'Box 1a: the member ID is missing. Add it to the patient’s insurance.'
}
