import { formatDate, formatMonthDay, type LocalDate } from '../lib/dates.ts'
import { sumCents } from '../lib/money.ts'
import { PLACES_OF_SERVICE } from './places-of-service.ts'
import type { ReadinessFacts } from './readiness-facts.ts'
import type { ReadinessItem } from './readiness-item.ts'
import { attention, blocks, checkOutOf, datesOf, dayOf, episodeOf, ok, sessionOf, spokenName } from './readiness-words.ts'

type Check = (facts: ReadinessFacts) => ReadinessItem | null

const note: Check = ({ visits }) => {
  const unsigned = visits.find(visit => visit.signedAt === null)
  if (unsigned) {
    return blocks(
      'note',
      `The note of ${dayOf(unsigned)} is not signed.`,
      'A superbill stands on a signed note.',
      sessionOf(unsigned, 'signature', 'Sign note'),
    )
  }
  return ok('note', visits.length === 1 ? `Note signed ${visits[0]?.signedAt ?? ''}` : `${visits.length} notes signed`)
}

const units: Check = ({ visits }) => {
  for (const visit of visits) {
    if (visit.lines.length === 0) {
      return blocks(
        'units',
        `Nothing is charged for ${dayOf(visit)}.`,
        'Enter the services and their minutes in the note.',
        sessionOf(visit, 'blocks', 'Add services'),
      )
    }
    const bare = visit.lines.find(line => line.isTimed && line.minutes === 0)
    if (bare) {
      return attention(
        'units',
        `${bare.code} of ${dayOf(visit)} has no minutes.`,
        'Timed services need their hands-on minutes.',
        sessionOf(visit, 'blocks', 'Add minutes'),
      )
    }
    const wrong = visit.lines.find(line => line.units !== line.unitsByRule)
    if (wrong) {
      const sentence = `${wrong.code} on ${dayOf(visit)} is charged as ${wrong.units}; its ${wrong.minutes} minutes make ${wrong.unitsByRule} under the payer’s rule.`
      return attention('units', 'Units do not match the minutes.', sentence, checkOutOf(visit, 'units', 'Review units'))
    }
  }
  const minutes = visits.reduce((sum, visit) => sum + visit.timedMinutes, 0)
  return ok('units', `Units match ${minutes} minute${minutes === 1 ? '' : 's'}`)
}

const diagnosis: Check = ({ visits }) => {
  const none = visits.find(visit => visit.diagnoses.length === 0)
  if (none) {
    const sentence = `None is valid on ${dayOf(none)}. Enter the code the physician gave, with name and date; the therapist cannot choose one.`
    return blocks('diagnosis', 'No diagnosis on file.', sentence, episodeOf(none, 'diagnoses', 'Add diagnosis'))
  }
  const crowded = visits.find(visit => visit.diagnoses.length > 12)
  if (crowded) {
    return blocks(
      'diagnosis',
      `${crowded.diagnoses.length} diagnoses on ${dayOf(crowded)}.`,
      'A superbill holds 12. End those no longer treated.',
      episodeOf(crowded, 'diagnoses', 'Review diagnoses'),
    )
  }
  const unnamed = visits.find(visit => visit.diagnoses.some(entry => entry.diagnosedBy.trim() === ''))
  if (unnamed)
    return attention(
      'diagnosis',
      'A diagnosis does not say who made it.',
      'Enter the physician and the date.',
      episodeOf(unnamed, 'diagnoses', 'Add physician'),
    )
  const first = visits[0]?.diagnoses[0]
  return first ? ok('diagnosis', `Diagnosis by ${spokenName(first.diagnosedBy)}, ${formatMonthDay(first.diagnosedOn)}`) : null
}

/** What is wrong with a code on a day; empty when nothing is. */
function codeProblem(validity: { readonly validFrom: LocalDate; readonly validTo: LocalDate | null } | null, day: LocalDate): string {
  if (validity === null) return ' is not in the code list.'
  if (day < validity.validFrom) return ` is only valid from ${formatDate(validity.validFrom)}.`
  return validity.validTo !== null && day > validity.validTo ? ` was retired on ${formatDate(validity.validTo)}.` : ''
}

const codes: Check = ({ visits }) => {
  if (visits.some(visit => visit.diagnoses.length === 0)) return null
  for (const visit of visits) {
    for (const { code, validity } of visit.diagnoses) {
      const problem = codeProblem(validity, visit.serviceOn)
      if (problem === '') continue
      const sentence = validity === null ? 'Compare it with the prescription.' : `Ask the physician which code applies on ${dayOf(visit)}.`
      return attention('codes', `${code}${problem}`, sentence, episodeOf(visit, 'diagnoses', 'Fix code'))
    }
  }
  return ok('codes', `Codes valid on ${datesOf(visits)}`)
}

const place: Check = ({ visits }) => {
  const fix = { screen: 'clinic', field: 'placeOfService', refId: null, label: 'Fix place' } as const
  const lines = visits.flatMap(visit => visit.lines)
  const first = lines[0]
  if (!first) return null
  const unknown = lines.find(line => !PLACES_OF_SERVICE.has(line.placeOfService))
  if (unknown)
    return attention(
      'place',
      `Place of service ${unknown.placeOfService || 'is missing'}.`,
      'Insurers know 11 for an office and 12 for the patient’s home.',
      fix,
    )
  return ok('place', `Place of service ${first.placeOfService}, ${PLACES_OF_SERVICE.get(first.placeOfService)}`)
}

const pointers: Check = ({ visits }) => {
  const visit = visits.find(({ lines }) => lines.some(line => line.pointers.length === 0))
  if (!visits.some(({ lines }) => lines.length > 0) || visits.some(({ diagnoses }) => diagnoses.length === 0)) return null
  if (!visit) return ok('pointers', 'Each line points to a diagnosis')
  return attention(
    'pointers',
    `A line of ${dayOf(visit)} points to no diagnosis.`,
    'Say which diagnosis each service was for.',
    checkOutOf(visit, 'pointers', 'Choose diagnosis'),
  )
}

const paid: Check = ({ visits }) => {
  const amounts = visits.flatMap(visit => (visit.paid === null ? [] : [visit.paid]))
  if (amounts.length === 0) return null
  const unpaid = visits.find(visit => visit.paid === 0)
  if (unpaid) {
    return attention(
      'paid',
      `Nothing is paid for ${dayOf(unpaid)}.`,
      'Insurers pay back what the patient has paid.',
      checkOutOf(unpaid, 'payment', 'Take payment'),
    )
  }
  return sumCents(amounts) > 0 ? ok('paid', 'Payment recorded') : null
}

/** What must hold for each visit: note, units, diagnosis, codes, place, pointers, payment. */
export const VISIT_CHECKS: readonly Check[] = [note, units, diagnosis, codes, place, pointers, paid]
