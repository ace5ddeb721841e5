import { DomainError } from '../../shared/lib/errors.ts'
import type { DeskRules } from '../../shared/practice/desk-rules.ts'
import type { Services } from '../app/services.ts'
import { getDeskRules, writeDeskRules } from './desk-rules-repository.ts'

/** Keeps how the front desk works. Throws `invalid_input` at the field for two consents, reasons or sources of one name. */
export function saveDeskRules({ db }: Pick<Services, 'db'>, rules: DeskRules): DeskRules {
  const lists = [
    ['cancelReasons', rules.cancelReasons],
    ['referralSources', rules.referralSources],
    ['consents', rules.consents.map(({ name }) => name)],
  ] as const
  for (const [field, names] of lists) {
    const twice = firstTwice(names)
    if (twice) throw refuse(field, `“${twice}” stands there twice.`)
  }
  if (firstTwice(rules.consents.map(({ key }) => key))) throw refuse('consents', 'Two consents share one key.')
  writeDeskRules(db, rules)
  return getDeskRules(db)
}

function firstTwice(names: readonly string[]): string | undefined {
  const small = names.map(name => name.toLowerCase())
  return names.find((_, index) => small.indexOf(small[index] ?? '') < index)
}

const refuse = (field: string, sentence: string) => new DomainError('invalid_input', sentence, { [field]: sentence })
