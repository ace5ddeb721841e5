import { formatDate, formatMonthDay, type LocalDate } from '../lib/dates.ts'
import type { PrescriptionFacts, ReadinessFacts } from './readiness-facts.ts'
import type { ReadinessItem } from './readiness-item.ts'
import { attention, dayOf, episodeOf, ok, sessionOf, spokenName } from './readiness-words.ts'

type Check = (facts: ReadinessFacts) => ReadinessItem | null

/** What is wrong with a prescription for a visit, as heading, sentence and button; null when nothing is. */
function prescriptionProblem(order: PrescriptionFacts, day: LocalDate): readonly [label: string, sentence: string, button: string] | null {
  const physician = spokenName(order.prescriber.name, order.prescriber.credentials)
  if (order.writtenOn > day)
    return ['The prescription is dated after the visit.', `It was written ${formatDate(order.writtenOn)}, the visit was ${formatDate(day)}.`, 'Check dates']
  if (order.expiresOn !== null && day > order.expiresOn) {
    return [
      `The prescription expired ${formatDate(order.expiresOn)}.`,
      `Ask ${physician} for a new one that covers ${formatMonthDay(day)}.`,
      'Open prescription',
    ]
  }
  if (order.visits !== null && order.visitNumber > order.visits) {
    return [`The prescription is used up: visit ${order.visitNumber} of ${order.visits}.`, `Ask ${physician} for more visits.`, 'Open prescription']
  }
  return order.isSigned ? null : ['The prescription is not signed.', `Insurers want ${physician}’s signature on it.`, 'Open prescription']
}

const prescription: Check = ({ visits, payer }) => {
  for (const visit of visits) {
    const problem = visit.prescription && prescriptionProblem(visit.prescription, visit.serviceOn)
    if (problem) return attention('prescription', problem[0], problem[1], episodeOf(visit, 'prescription', problem[2]))
  }
  const without = visits.find(visit => visit.prescription === null)
  if (without && payer !== null && !payer.requiresPrescription) return ok('prescription', `${payer.name} asks for no prescription`)
  if (without) {
    const sentence = payer === null ? 'Many insurers pay for massage only if it was prescribed.' : `${payer.name} pays only for prescribed massage.`
    return attention('prescription', `No prescription covers ${dayOf(without)}.`, sentence, episodeOf(without, 'prescription', 'Add prescription'))
  }
  const last = visits.at(-1)?.prescription
  if (!last) return null
  return ok('prescription', `Prescription covers visit ${last.visitNumber}${last.visits === null ? '' : ` of ${last.visits}`}`)
}

const regions: Check = ({ visits }) => {
  if (!visits.some(visit => visit.hasAllowedRegions)) return null
  for (const visit of visits) {
    const open = visit.regionsOutside.find(({ hasReason }) => !hasReason)
    if (open) {
      const sentence = `${open.words.charAt(0).toUpperCase()}${open.words.slice(1)} on ${dayOf(visit)}: write down why.`
      return attention('regions', 'A treated region is not on the prescription.', sentence, sessionOf(visit, 'regionReasons', 'Add reason'))
    }
  }
  const reasons = visits.reduce((sum, visit) => sum + visit.regionsOutside.length, 0)
  return ok('regions', `Regions within prescription${reasons === 0 ? '' : `, ${reasons} reason${reasons === 1 ? '' : 's'}`}`)
}

const claim: Check = ({ visits }) => {
  const visit = visits.find(({ accident }) => accident !== null)
  if (!visit?.accident) return null
  const { kind, claimNumber, injuredOn, state } = visit.accident
  if (injuredOn === null)
    return attention('claim', 'The date of injury is missing.', 'Insurers ask when the accident was.', episodeOf(visit, 'injuredOn', 'Add date'))
  if (kind !== 'other' && claimNumber === '') {
    return attention(
      'claim',
      'The claim number is missing.',
      'Without it the insurer cannot match the visit to the accident.',
      episodeOf(visit, 'claimNumber', 'Add claim number'),
    )
  }
  if (kind === 'auto' && state === '')
    return attention('claim', 'The state of the accident is missing.', 'Auto insurers ask for it.', episodeOf(visit, 'state', 'Add state'))
  return ok('claim', `${claimNumber === '' ? 'Accident' : `Claim ${claimNumber}`}, injury ${formatMonthDay(injuredOn)}`)
}

/** What the physician ordered and the accident’s insurer knows: prescription, regions, claim. */
export const PRESCRIPTION_CHECKS: readonly Check[] = [prescription, regions, claim]
