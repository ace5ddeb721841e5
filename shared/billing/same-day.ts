import { type Region, regionsInWords } from '../body-chart/regions.ts'
import { formatDate, type LocalDate } from '../lib/dates.ts'
import type { NoteContent } from '../notes/schema.ts'
import type { Payer } from '../practice/schema.ts'
import type { SameDayAnswer } from './same-day-answer.ts'
import type { InvoiceLine, SameDayQuestion } from './schema.ts'
import { nameInSentence } from './units-explained.ts'
import type { ChargedEarlier } from './units-in-day.ts'

/** Codes that payers pay once where they stand on one day, and the second only with a modifier on its line (CMS NCCI edits: column 1 97140, column 2 97124). */
export const SAME_DAY_PAIR = { massage: '97124', manual: '97140' } as const

/** Modifiers that already say a service was distinct. */
const SAYS_APART = new Set(['59', 'XE', 'XP', 'XS', 'XU'])

/** What somebody answered about a visit. */
export type AnsweredSameDay = { readonly answer: SameDayAnswer; readonly by: string; readonly on: LocalDate }

/** The question as it stands: what can be answered, what was, and what that does to the massage line. */
export type SameDay = SameDayQuestion & {
  /** Goes on the massage line; empty for none. */
  readonly modifier: '' | '59' | 'XS'
  /** What the invoice says about it. */
  readonly sentence: string
}

/** What the question is decided from. `lines` are those about to be charged, with their services’ own modifiers only. */
export type SameDayFacts = {
  readonly payer: Pick<Payer, 'name' | 'sameDayModifier'>
  readonly lines: readonly InvoiceLine[]
  readonly blocks: NoteContent['blocks']
  readonly chargedEarlier: readonly ChargedEarlier[]
  readonly sameDayAnswer: AnsweredSameDay | null
}

/** One side of the pair: its words, and where and when it was done. */
type Side = { readonly name: string; readonly regions: readonly Region[]; readonly minutes: number; readonly spans: NoteContent['blocks'][number]['spans'] }

/**
 * Asks whether massage and manual therapy charged on one day were apart, where the payer wants a modifier for that. An answer counts only as far as the note
 * bears it out. Null where there is nothing to ask: no such pair, the payer does not want it, or the service carries such a modifier already.
 */
export function decideSameDay(facts: SameDayFacts): SameDay | null {
  const { sameDayModifier } = facts.payer
  const line = facts.lines.find(({ code }) => code === SAME_DAY_PAIR.massage)
  if (sameDayModifier === 'none' || !line || line.modifiers.some(modifier => SAYS_APART.has(modifier))) return null
  const massage = sideOf(facts, { code: SAME_DAY_PAIR.massage, name: line.name })
  const manual = manualSide(facts)
  if (!manual) return null
  const choices = choicesFor(facts, massage, manual)
  const given = facts.sameDayAnswer
  const answer = choices.find(choice => choice.isPossible && choice.answer === given?.answer)?.answer ?? null
  const modifier = answer === 'regions' || answer === 'time' ? sameDayModifier : ''
  const answeredWords = answer && given ? `${given.by}, ${formatDate(given.on)}` : ''
  const names = { massage: nameInSentence(massage.name), manual: nameInSentence(manual.name) }
  return {
    question: `${massage.name} and ${names.manual} on one day: were they in different regions, or at separate times?`,
    choices,
    answer,
    answeredWords,
    modifier,
    sentence: sentenceOf({ answer, modifier, answeredWords, payer: facts.payer.name, ...names }),
  }
}

function sideOf({ blocks }: SameDayFacts, { code, name }: { code: string; name: string }): Side {
  const own = blocks.filter(block => block.code === code)
  return {
    name,
    regions: [...new Set(own.flatMap(block => block.regions))],
    minutes: own.reduce((sum, block) => sum + block.minutes, 0),
    spans: own.flatMap(block => block.spans),
  }
}

/** Manual therapy of the day: of this visit where it is charged, with that of visits before. */
function manualSide(facts: SameDayFacts): (Side & { readonly isEarlier: boolean; readonly isKnown: boolean }) | null {
  const line = facts.lines.find(({ code }) => code === SAME_DAY_PAIR.manual)
  const earlier = facts.chargedEarlier.filter(({ code, units }) => code === SAME_DAY_PAIR.manual && units > 0)
  if (!line && earlier.length === 0) return null
  const here = sideOf(facts, { code: SAME_DAY_PAIR.manual, name: line?.name ?? 'Manual therapy' })
  const regions = [...new Set([...here.regions, ...earlier.flatMap(each => each.regions)])]
  return { ...here, regions, isEarlier: !line, isKnown: earlier.every(each => each.regions.length > 0) }
}

type Choice = SameDayQuestion['choices'][number]

function choicesFor({ payer }: SameDayFacts, massage: Side, manual: NonNullable<ReturnType<typeof manualSide>>): Choice[] {
  const adds = `adds ${payer.sameDayModifier} to ${nameInSentence(massage.name)}`
  const isElsewhere = manual.isKnown && manual.regions.length > 0 && massage.regions.some(region => !manual.regions.includes(region))
  const places = `${massage.name}: ${regionsInWords(massage.regions)}. ${manual.name}: ${regionsInWords(manual.regions)}.`
  const isApart = manual.isEarlier || (massage.minutes > 0 && manual.minutes > 0 && !overlap(massage.spans, manual.spans))
  const times = manual.isEarlier ? 'They were in two visits' : `${massage.minutes} and ${manual.minutes} minutes, each in time of its own`
  return [
    {
      answer: 'regions',
      label: 'Different regions',
      hint: isElsewhere ? `${places} This ${adds}.` : `The note has no region of ${nameInSentence(massage.name)} apart from ${nameInSentence(manual.name)}.`,
      isPossible: isElsewhere,
    },
    { answer: 'time', label: 'Separate times', hint: isApart ? `${times}; ${adds}.` : 'The timers in the note ran at the same time.', isPossible: isApart },
    { answer: 'same', label: 'Neither', hint: `No modifier. ${payer.name} may pay only one of the two.`, isPossible: true },
  ]
}

/** Whether two sets of timed stretches share a moment. Typed minutes have none. */
function overlap(one: Side['spans'], other: Side['spans']): boolean {
  return one.some(a => other.some(b => a.from < b.to && b.from < a.to))
}

type Answered = Pick<SameDay, 'answer' | 'modifier' | 'answeredWords'> & { readonly payer: string; readonly massage: string; readonly manual: string }

function sentenceOf({ answer, modifier, answeredWords, payer, massage, manual }: Answered): string {
  const said = `, answered by ${answeredWords}.`
  if (answer === 'regions') return `${modifier} on ${massage}: given to a region apart from ${manual}${said}`
  if (answer === 'time') return `${modifier} on ${massage}: given at another time than ${manual}${said}`
  if (answer === 'same') return `No modifier on ${massage}: not apart from ${manual}, so ${payer} may pay only one of the two${said}`
  return `Whether ${massage} and ${manual} were apart is not answered, so ${massage} has no modifier.`
}

/** Where massage was charged earlier that day without such a modifier and manual therapy follows now: what to do about it. Empty for nothing. */
export function sameDayOnPaper({ payer, chargedEarlier }: Pick<SameDayFacts, 'payer' | 'chargedEarlier'>, lines: readonly InvoiceLine[]): string {
  const earlier = chargedEarlier.find(
    ({ code, units, modifiers }) => code === SAME_DAY_PAIR.massage && units > 0 && !modifiers.some(each => SAYS_APART.has(each)),
  )
  if (payer.sameDayModifier === 'none' || !earlier || !lines.some(({ code }) => code === SAME_DAY_PAIR.manual)) return ''
  if (lines.some(({ code }) => code === SAME_DAY_PAIR.massage)) return ''
  return `Massage stands on ${earlier.number} of that day without a modifier. If the two were apart, void ${earlier.number} and check that visit out again: it will ask.`
}
