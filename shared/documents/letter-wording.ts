import { shortened } from '../lib/text.ts'
import { letterFacts } from './letter-facts.ts'
import { fillTemplate } from './letter-fill.ts'
import { outcomeOf } from './letter-outcome.ts'
import { requestPlan } from './letter-request.ts'
import type { LetterSource } from './letter-source.ts'
import { shippedTemplate, type TemplateWords } from './letter-templates.ts'
import type { LetterKind } from './progress-letter.ts'
import type { LetterSections, LetterWording } from './schema.ts'

/** What a letter holds at most; the records may hold more. */
const MOST = { greeting: 120, answer: 600, screening: 2000, treatment: 2000, request: 1000 } as const
const NOBODY = 'To whom it may concern,'

/** All parts of a letter; the body chart where it does not cost a second page. */
export const USUAL_SECTIONS: LetterSections = { bodyChart: 'where-it-fits', trend: true, goals: true }

/**
 * The sentences a letter begins with: the clinic’s template filled from the records. They may be reworded before signing. A course that does not help
 * is said to be so and ends in asking the physician to look again. Nothing here names a diagnosis of our own.
 */
export function draftWording(whole: LetterSource, kind: LetterKind, template: TemplateWords = shippedTemplate(kind)): LetterWording {
  // A first letter tells of the first visit, whenever it is written.
  const source = kind === 'initial' ? { ...whole, visits: whole.visits.slice(0, 1) } : whole
  const outcome = outcomeOf(source)
  const plan = requestPlan(source, kind, outcome)
  const facts = letterFacts(source, { kind, outcome, plan })
  const paragraphs = (words: string, most: number) => shortened(fillTemplate(words, facts), most)
  const inOneLine = (words: string, most: number) => shortened(fillTemplate(words, facts).replaceAll('\n', ' '), most)
  return {
    kind,
    greeting: inOneLine(template.greeting, MOST.greeting) || NOBODY,
    answer: inOneLine(template.answer, MOST.answer),
    screening: paragraphs(template.screening, MOST.screening),
    treatment: source.visits.length === 0 ? 'No visit has been signed yet.' : paragraphs(template.treatment, MOST.treatment),
    sections: USUAL_SECTIONS,
    ...plan,
    request: inOneLine(template.request, MOST.request),
  }
}
