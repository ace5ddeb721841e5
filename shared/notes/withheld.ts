import { joinWords } from '../body-chart/regions.ts'
import { findingsOf } from '../health/findings.ts'
import { shortened } from '../lib/text.ts'
import type { ClinicalRules } from '../practice/clinical-rules.ts'
import type { NoteContent } from './schema.ts'

const inSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/** `Treatment withheld: fever`: why a visit was cancelled at which nothing was done, from what the screen found, else from its remark. */
export function withheldReason(screening: NoteContent['screening'], rules: ClinicalRules): string {
  const names = joinWords(findingsOf(screening, rules).map(({ name }) => inSentence(name)))
  return shortened(`Treatment withheld: ${names || screening.remark.trim().replace(/\s+/g, ' ')}`, 200)
}
