import type { Prescription, PrescriptionFields } from '../episodes/schema.ts'
import { addDays, type LocalDate } from '../lib/dates.ts'
import { DomainError } from '../lib/errors.ts'
import { oftenInWords } from './letter-request.ts'
import type { LetterAnswerFields, LetterWording } from './schema.ts'

/** What a physician’s yes is made of: the visits that the letter asked for. */
type Asked = Pick<LetterWording, 'requestVisits' | 'requestPerWeek' | 'requestWeeks'>

/**
 * The prescription that a signed reply makes: the visits asked for, in the same regions and with the same procedures as before, from the day it came.
 * Null where the letter asked for none.
 */
export function answeredPrescription({ requestVisits, requestPerWeek, requestWeeks }: Asked, before: Prescription, on: LocalDate): PrescriptionFields | null {
  if (requestVisits === null) return null
  return {
    prescriberId: before.prescriberId,
    writtenOn: on,
    expiresOn: requestWeeks === null ? null : addDays(on, requestWeeks * 7),
    visits: requestVisits,
    frequency: requestPerWeek === null ? before.frequency : oftenInWords(requestPerWeek),
    regions: before.regions,
    procedures: before.procedures,
    requests: '',
    authorizationNumber: '',
    visitsUsedBefore: 0,
    isSigned: true,
    saysMedicallyNecessary: true,
  }
}

/** Throws in words when an answer cannot be: come before the letter went out or in the future, or a no that makes a prescription. */
export function assertAnswer(
  { receivedOn, answer }: LetterAnswerFields,
  { issuedOn, today, makesPrescription }: { issuedOn: LocalDate; today: LocalDate; makesPrescription: boolean },
) {
  const refuse = (sentence: string) => new DomainError('invalid_input', sentence, { 'answer.receivedOn': sentence })
  if (receivedOn > today) throw refuse('The answer cannot come in the future.')
  if (receivedOn < issuedOn) throw refuse('The answer cannot come before the letter was signed.')
  if (makesPrescription && (answer === 'declined' || answer === 'see-patient'))
    throw new DomainError('rule_broken', 'This answer is no order for more visits, so it makes no prescription.')
}
