import type { LetterKind } from './progress-letter.ts'
import type { LetterTemplate } from './schema.ts'

/** The words of one kind of letter, with placeholders. */
export type TemplateWords = Omit<LetterTemplate, 'kind' | 'isOwn'>

const GREETING = 'Dear {doctor},'
const SCREENING = '{screening}'
const TREATMENT =
  '{work}. Techniques: {techniques}. {tolerance}. {if nothing found} No contraindications found. Home care: {home care}. Assessment at the last visit: {assessment}.'

const NOT_ENOUGH = [
  '{if too early} It is too early to judge progress.',
  '{if goals met} The goals are met: I ask for no more visits.',
  '{if improved}{if none asked} I ask for no more visits at this time.',
  '{if improved a little} That is less than the change that matters to patients: I ask you to re-evaluate before more visits are given.',
  '{if unchanged} Massage has not brought the expected change: I ask you to re-evaluate before more visits are given.',
  '{if worse} The condition is not improving: I refer the patient back to you for re-evaluation.',
].join('\n')

const REQUEST = [
  '{terms}. I will report after visit {number asked}, or refer back sooner if progress stops.',
  '{if goals met}{if home care} The patient goes on with the home program.',
  '{if goals met}{if no home care} The patient may come back with a new referral if symptoms return.',
  '{if too early} I will report again when progress can be measured, or refer back sooner if anything speaks against treatment.',
  '{if not enough} Please see the patient again and let me know whether massage should go on, change or end.',
].join('\n')

const SHIPPED: Readonly<Record<LetterKind, TemplateWords>> = {
  initial: {
    greeting: GREETING,
    answer: '{first findings}.\nI ask for a prescription of {visits asked}.\n{if none asked} I plan {prescribed}.',
    screening: SCREENING,
    treatment: TREATMENT,
    request:
      '{terms}. I will report after visit {number asked}, or refer back sooner if progress stops.\n{if none asked} I will report when the series is nearly used, or sooner if progress stops.',
  },
  progress: {
    greeting: GREETING,
    answer: `{change}.\n{if too early}{first findings}.\n{if improved}{if goals open} Progress is steady, but not all goals are met: I ask for {visits asked}.\n{if improved}{if no goals} Progress is steady: I ask for {visits asked}.\n${NOT_ENOUGH}`,
    screening: SCREENING,
    treatment: TREATMENT,
    request: REQUEST,
  },
  're-evaluation': {
    greeting: GREETING,
    answer: `{change}.\n{if too early}{first findings}.\nI have re-evaluated the patient and ask for {visits asked}.\n${NOT_ENOUGH}`,
    screening: SCREENING,
    treatment: TREATMENT,
    request: REQUEST,
  },
  discharge: {
    greeting: GREETING,
    answer: `{change}.\n{if too early}{first findings}.\n{if goals met} The goals are met, and treatment is complete.\n{if too early} Treatment ends here; no more visits are asked for.\n{if improved} Treatment ends here; no more visits are asked for.\n{if not enough} Treatment ends here; no more visits are asked for.`,
    screening: SCREENING,
    treatment: TREATMENT,
    request:
      '{if home care} The patient has a home program and may come back with a new referral if symptoms return.\n{if no home care} The patient may come back with a new referral if symptoms return.',
  },
  'refer-back': {
    greeting: GREETING,
    answer: 'I found {found}.\n{if withheld} I gave no massage that day.\nI refer the patient back to you and will give no more massage until I hear from you.',
    screening: SCREENING,
    treatment: TREATMENT,
    request: 'Please see the patient again and let me know whether massage should go on, change or end.',
  },
}

/** The wording that Myodesk brings for a kind of letter; the clinic may put its own in its place. */
export const shippedTemplate = (kind: LetterKind): TemplateWords => SHIPPED[kind]
