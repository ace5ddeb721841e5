import type { z } from 'zod'
import { type CodeEntry, isValidOn } from '../codes/icd10.ts'
import { formatDate, type LocalDate } from '../lib/dates.ts'
import { DomainError } from '../lib/errors.ts'
import type { DiagnosisFields } from './schema.ts'

type Dated = z.infer<typeof DiagnosisFields>

/** A superbill and a claim form hold so many diagnoses, A to L. */
export const MOST_DIAGNOSES = 12

/** The diagnoses that apply to a date of service, in their order. Both ends of their validity count. */
export function diagnosesValidOn<T extends Pick<Dated, 'validFrom' | 'validTo'>>(diagnoses: readonly T[], day: LocalDate): T[] {
  return diagnoses.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
}

/** Throws `invalid_input` for dates that cannot be, and `rule_broken` for a code listed twice or more than 12 diagnoses on one day. */
export function assertDiagnoses(diagnoses: readonly Dated[], today: LocalDate) {
  for (const [index, diagnosis] of diagnoses.entries()) assertDates(diagnosis, `diagnoses.${index}`, today)
  for (const { validFrom: day } of diagnoses) {
    const then = diagnosesValidOn(diagnoses, day)
    const codes = then.map(diagnosis => diagnosis.code)
    const twice = codes.find((code, index) => codes.indexOf(code) !== index)
    if (twice) throw new DomainError('rule_broken', `${twice} is listed twice for ${formatDate(day)}. Remove one, or end the earlier one.`)
    if (then.length > MOST_DIAGNOSES)
      throw new DomainError('rule_broken', `${then.length} diagnoses apply on ${formatDate(day)}. A superbill holds ${MOST_DIAGNOSES}: end or remove some.`)
  }
}

function assertDates({ diagnosedOn, validFrom, validTo }: Dated, path: string, today: LocalDate) {
  const refuse = (field: string, sentence: string) => new DomainError('invalid_input', sentence, { [`${path}.${field}`]: sentence })
  if (diagnosedOn > today) throw refuse('diagnosedOn', 'A diagnosis cannot be made in the future.')
  if (validTo !== null && validTo < validFrom) throw refuse('validTo', 'A diagnosis cannot end before it begins.')
}

/** Throws `rule_broken` when a code is not valid on the first day of its diagnosis, naming the codes that took its place. */
export function assertCodeInUse(entry: CodeEntry, from: LocalDate, successors: readonly string[]) {
  if (isValidOn(entry, from)) return
  if (from < entry.validFrom)
    throw new DomainError('rule_broken', `${entry.code} begins on ${formatDate(entry.validFrom)}. Choose a code that was valid on ${formatDate(from)}.`)
  const choice = successors.length === 0 ? 'a code that is valid then' : orWords(successors)
  throw new DomainError('rule_broken', `${entry.code} ended on ${formatDate(entry.validTo ?? entry.validFrom)}. Choose ${choice}.`)
}

function orWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
