import { formatMonthDay } from '../lib/dates.ts'
import type { NoteContent } from '../notes/schema.ts'
import { changeSentence, singleSentence } from '../outcomes/change-sentence.ts'
import { formatMeasured, formatScore, measureId, psfsMean } from '../outcomes/measures.ts'
import type { OutcomeScore } from '../outcomes/schema.ts'
import { measureOf, scoreProof, scoreValue } from '../outcomes/score.ts'
import type { NoteBlock, NoteSection, NoteTable } from './visit-note.ts'
import type { EarlierVisit, NoteSource } from './visit-note-source.ts'

const shown = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : formatScore(value))
const isGiven = (value: number | null | undefined): boolean => value !== null && value !== undefined

/** What the patient reports: words, pain before and after, their own activities, questionnaires; last time beside today where there was one. */
export function subjectiveSection(source: NoteSource): NoteSection {
  const { subjective } = source.note.content
  const blocks: (NoteBlock | null)[] = [
    subjective.trim() === '' ? null : { kind: 'prose', label: '', text: subjective },
    painTable(source),
    activityTable(source),
    scoreTable(source),
  ]
  return { head: 'Subjective', blocks: blocks.filter(block => block !== null) }
}

/** The heads over last time’s and today’s figures. */
export function datesOver({ note, earlier: [last] }: NoteSource): string[] {
  return last ? [formatMonthDay(last.serviceOn), formatMonthDay(note.serviceOn)] : [formatMonthDay(note.serviceOn)]
}

/** What of pain a note keeps, and what it is called beside the figures. */
const PAINS: readonly (readonly [name: string, of: (content: NoteContent) => number | null])[] = [
  ['Now', ({ painBefore }) => painBefore.now],
  ['At best', ({ painBefore }) => painBefore.best],
  ['At worst', ({ painBefore }) => painBefore.worst],
  ['After treatment', ({ painAfter }) => painAfter.now],
  ['After, at best', ({ painAfter }) => painAfter.best],
  ['After, at worst', ({ painAfter }) => painAfter.worst],
]

function painTable(source: NoteSource): NoteTable | null {
  const { content } = source.note
  const [last] = source.earlier
  const rows = PAINS.filter(([, of]) => isGiven(of(content))).map(([name, of]) => [name, ...(last ? [shown(of(last.content))] : []), shown(of(content))])
  if (rows.length === 0) return null
  return { kind: 'table', style: 'figures', heads: ['Pain, 0 to 10', ...datesOver(source)], rows, strong: last ? 2 : 1 }
}

function activityTable(source: NoteSource): NoteTable | null {
  const { activities } = source.note.content
  const [last] = source.earlier
  if (!activities.some(({ score }) => isGiven(score))) return null
  const before = last?.content.activities ?? []
  const line = (name: string, was: number | null | undefined, now: number | null) => (last ? [name, shown(was), shown(now)] : [name, shown(now)])
  const rows = activities.map(({ name, score }) => line(name, before.find(each => each.name === name)?.score, score))
  const mean = psfsMean(activities.map(({ score }) => score))
  const sum = activities.length > 1 && mean !== null ? [line('Mean (PSFS)', psfsMean(before.map(({ score }) => score)), mean)] : []
  return { kind: 'table', style: 'figures', heads: ['Activity, 0 to 10', ...datesOver(source)], rows: [...rows, ...sum], strong: last ? 2 : 1 }
}

/** Each questionnaire with its value and what that means: how far it moved since it was first taken, and whether that matters to patients. */
function scoreTable({ note, earlier, rules }: NoteSource): NoteTable | null {
  const rows = note.content.scores.flatMap(score => {
    const value = scoreValue(score)
    const facts = measureOf(score, rules)
    if (value === null) return score.points === null && score.ticked === null ? [] : [[facts.shortName, '–', scoreProof(score)]]
    const first = firstTaken(score, earlier)
    const now = { on: note.serviceOn, value }
    const meaning = first ? changeSentence(facts, first, now) : `${singleSentence(facts, now)} ${facts.better === 'lower' ? 'Less' : 'More'} is better.`
    return [[facts.shortName, formatMeasured(facts, value), meaning]]
  })
  return rows.length === 0 ? null : { kind: 'table', style: 'words', heads: ['Questionnaire', 'Score', 'Meaning'], rows, strong: 1 }
}

function firstTaken(score: OutcomeScore, earlier: readonly EarlierVisit[]) {
  for (const { serviceOn, content } of earlier.toReversed()) {
    const same = content.scores.find(each => measureId(each) === measureId(score))
    const value = same ? scoreValue(same) : null
    if (value !== null) return { on: serviceOn, value }
  }
  return null
}
