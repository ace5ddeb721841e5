import type { ProgressLetter } from './progress-letter.ts'
import type { LetterWording } from './schema.ts'

const NUMBER = /\d+(?:[.,:/]\d+)*/g
const numbersIn = (text: string): string[] => text.match(NUMBER) ?? []

/**
 * Numbers in the words of a letter that stand nowhere else: neither in its table, chart, dates and goals nor in what the records would fill in now.
 * They were mistyped, or are out of date since another visit was signed.
 */
export function strangeFigures(wording: LetterWording, letter: ProgressLetter, fresh: LetterWording): readonly string[] {
  const known = new Set(numbersIn(`${wordsOf(fresh)} ${figuresOf(letter)} ${requestOf(wording)}`))
  return [...new Set(numbersIn(`${wording.answer} ${wording.request}`).filter(number => !known.has(number)))]
}

const wordsOf = ({ answer, screening, treatment, request }: LetterWording) => `${answer} ${screening} ${treatment} ${request}`
const requestOf = ({ requestVisits, requestPerWeek, requestWeeks }: LetterWording) => `${requestVisits} ${requestPerWeek} ${requestWeeks}`

function figuresOf({ measures, goals, painTrend, visits, re, reply, request }: ProgressLetter): string {
  const rows = measures.flatMap(({ measure, baseline, current, change, note }) => [measure, baseline, current, change, note])
  const points = painTrend?.points.map(point => String(point.value)) ?? []
  return [
    ...rows,
    ...points,
    ...goals.map(goal => goal.text),
    visits,
    re.injured,
    re.prescription,
    ...re.diagnosisCodes,
    reply?.procedures ?? '',
    request.lead,
  ].join(' ')
}
