import type { NoteContent } from './schema.ts'
import { nextBlank } from './snippet-expand.ts'

const TEXTS = [
  ['subjective', 'what the patient reports'],
  ['objective', 'the findings'],
  ['assessment', 'the assessment'],
  ['plan', 'the plan'],
  ['homeCare', 'home care'],
] as const satisfies readonly (readonly [keyof NoteContent, string])[]

/** A blank of a template or snippet, such as `{side}`, that still stands in a text. */
export type OpenBlank = { readonly part: string; readonly name: string; readonly blank: string }

/** The first blank left open in each text of a note, in the order of the screen. */
export function openBlanks(content: Pick<NoteContent, (typeof TEXTS)[number][0]>): readonly OpenBlank[] {
  return TEXTS.flatMap(([part, name]) => {
    const place = nextBlank(content[part])
    return place ? [{ part, name, blank: content[part].slice(place.start, place.end) }] : []
  })
}
