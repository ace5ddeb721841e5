import { type Mark, markWords } from '../body-chart/marks.ts'
import { measureId } from '../outcomes/measures.ts'
import { measureOf } from '../outcomes/score.ts'
import { motionLabel } from './rom.ts'
import type { NoteContent, ServiceBlock } from './schema.ts'

/** Why a draft is not kept: the field by its path, a sentence for it, and one for the whole note. */
export type DraftRefusal = { readonly field: string; readonly sentence: string }

const refuse = (field: string, sentence: string): DraftRefusal => ({ field: `content.${field}`, sentence })

/**
 * What no visit can have, though each part of it is well formed: something measured or a questionnaire answered twice, a grade beyond its scale, one
 * mark or block there twice, two timers at once, or a timer that ran backward or twice at the same time. Null where nothing is wrong.
 */
export function draftRefusal(content: NoteContent): DraftRefusal | null {
  return rowTwice(content) ?? scoreTwice(content.scores) ?? markRefusal(content.marks) ?? blockRefusal(content.blocks)
}

const secondOf = <T>(values: readonly T[]): number => values.findIndex((value, place) => values.indexOf(value) < place)

function rowTwice({ activities, rom, strength, specialTests, posture }: NoteContent): DraftRefusal | null {
  const lists: readonly (readonly [part: string, names: readonly string[]])[] = [
    ['activities', activities.map(({ name }) => name)],
    ['rom', rom.map(({ motion }) => motionLabel(motion))],
    ['strength', strength.map(({ muscle }) => muscle)],
    ['specialTests', specialTests.map(({ test }) => test)],
    ['posture', posture.map(({ finding }) => finding)],
  ]
  const twice = lists.flatMap(([part, names]) => {
    const place = secondOf(names.map(name => name.toLowerCase()))
    return place < 0 ? [] : [refuse(`${part}.${place}`, `“${names[place]}” is listed twice. Take one off.`)]
  })
  return twice[0] ?? null
}

function scoreTwice(scores: NoteContent['scores']): DraftRefusal | null {
  const place = secondOf(scores.map(measureId))
  const score = scores[place]
  return score ? refuse(`scores.${place}.points`, `${measureOf(score).shortName} is entered twice. Take one off.`) : null
}

function markRefusal(marks: readonly Mark[]): DraftRefusal | null {
  if (secondOf(marks.map(({ id }) => id)) >= 0) return refuse('marks', 'Two marks on the body chart are the same one. Reload the note.')
  const place = marks.findIndex(({ kind, grade }) => grade !== null && grade > markWords(kind).maxGrade)
  const mark = marks[place]
  if (!mark) return null
  const { gradeName, maxGrade } = markWords(mark.kind)
  return refuse(`marks.${place}.grade`, `${gradeName} goes from 0 to ${maxGrade}.`)
}

function blockRefusal(blocks: readonly ServiceBlock[]): DraftRefusal | null {
  if (secondOf(blocks.map(({ id }) => id)) >= 0) return refuse('blocks', 'Two service blocks are the same one. Reload the note.')
  if (blocks.filter(({ runningSince }) => runningSince !== null).length > 1) return refuse('blocks', 'Two timers run at once. Stop one of them.')
  const spans = blocks.flatMap(block => block.spans).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  if (spans.some(({ from, to }) => to < from)) return refuse('blocks', 'A timer cannot stop before it started. Type the minutes instead.')
  const isOverlapping = spans.some(({ from }, place) => from < (spans[place - 1]?.to ?? from))
  return isOverlapping ? refuse('blocks', 'Two timers ran at the same time. Type the minutes instead.') : null
}
