import type { Outcome } from './letter-outcome.ts'
import { type LetterSource, visitsInWords } from './letter-source.ts'
import type { LetterKind } from './progress-letter.ts'
import type { LetterWording } from './schema.ts'

/** The visits asked for: how many, how often, over how long. All null where none are asked for. */
export type RequestPlan = { readonly requestVisits: number | null; readonly requestPerWeek: number | null; readonly requestWeeks: number | null }

const NOTHING: RequestPlan = { requestVisits: null, requestPerWeek: null, requestWeeks: null }
/** Sources advise a series of 2 to 6 visits; 6 where neither plan nor prescription says otherwise. */
const USUAL_VISITS = 6
const MOST_VISITS = 12

/** What a letter asks for: more visits after real progress, or in a first letter without a prescription. A course that does not help asks for none. */
export function requestPlan(source: LetterSource, kind: LetterKind, outcome: Outcome): RequestPlan {
  const { prescription, episode } = source
  const asks =
    kind === 'initial' ? prescription === null : (kind === 'progress' || kind === 're-evaluation') && outcome.verdict === 'improved' && !outcome.areGoalsMet
  if (!asks) return NOTHING
  const visits = Math.min(MOST_VISITS, prescription?.visits ?? episode.plannedVisits ?? USUAL_VISITS)
  const perWeek = perWeekOf(prescription?.frequency ?? '')
  return { requestVisits: visits, requestPerWeek: perWeek, requestWeeks: Math.ceil(visits / perWeek) }
}

function perWeekOf(frequency: string): number {
  if (/\b(twice|two times|2\s*(x|times))\b/i.test(frequency)) return 2
  return /\b(three times|3\s*(x|times))\b/i.test(frequency) ? 3 : 1
}

const TIMES = ['', 'once', 'twice', 'three times', 'four times', 'five times', 'six times', 'seven times'] as const

/** `once a week`, `twice a week`. */
export const oftenInWords = (perWeek: number): string => `${TIMES[perWeek] ?? `${perWeek} times`} a week`

/** `6 more visits, once a week for 6 weeks`; empty where none are asked for. `more` is left out in a first letter. */
export function requestInWords({ requestVisits, requestPerWeek, requestWeeks }: RequestPlan, kind: LetterKind): string {
  if (requestVisits === null) return ''
  const visits = kind === 'initial' ? visitsInWords(requestVisits) : visitsInWords(requestVisits).replace(' ', ' more ')
  const often = requestPerWeek === null ? '' : `, ${oftenInWords(requestPerWeek)}`
  const long = requestWeeks === null ? '' : ` for ${requestWeeks} ${requestWeeks === 1 ? 'week' : 'weeks'}`
  return `${visits}${often}${long}`
}

/** `6 more visits over 6 weeks`: the request inside the opening answer. */
export function requestInShort({ requestVisits, requestWeeks }: RequestPlan, kind: LetterKind): string {
  if (requestVisits === null) return ''
  const visits = kind === 'initial' ? visitsInWords(requestVisits) : visitsInWords(requestVisits).replace(' ', ' more ')
  return requestWeeks === null ? visits : `${visits} over ${requestWeeks} ${requestWeeks === 1 ? 'week' : 'weeks'}`
}

/** The wording with another request: where its answer names the visits asked for, it names the new ones. */
export function askedAnew(wording: LetterWording, asked: Partial<RequestPlan>): LetterWording {
  const next = { ...wording, ...asked }
  const [before, after] = [requestInShort(wording, wording.kind), requestInShort(next, wording.kind)]
  return before === '' || after === '' ? next : { ...next, answer: wording.answer.replace(before, after) }
}
