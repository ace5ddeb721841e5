import { DomainError } from '../../shared/lib/errors.ts'
import { isKnownMeasure, MEASURES } from '../../shared/outcomes/measures.ts'
import type { ClinicalRules } from '../../shared/practice/clinical-rules.ts'
import type { Services } from '../app/services.ts'
import { getRules, writeRules } from './clinical-rules-repository.ts'

/** Keeps the clinic’s limits. Throws `invalid_input` at the field for a blood pressure turned around or a change beyond a measure’s whole scale. */
export function saveRules({ db }: Services, rules: ClinicalRules): ClinicalRules {
  if (rules.diastolicLimit >= rules.systolicLimit) throw refuse('diastolicLimit', 'The lower number stays below the upper one.')
  for (const [measure, change] of Object.entries(rules.mattersFrom)) {
    if (!isKnownMeasure(measure)) continue
    const { min, max } = MEASURES[measure]
    if (change > max - min) throw refuse(`mattersFrom.${measure}`, `The whole scale has only ${max - min}.`)
  }
  writeRules(db, rules)
  return getRules(db)
}

const refuse = (field: string, sentence: string) => new DomainError('invalid_input', sentence, { [field]: sentence })
