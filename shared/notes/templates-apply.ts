import { ScoredMeasure } from '../outcomes/schema.ts'
import type { TemplateContent } from './library-schema.ts'
import type { NoteContent } from './schema.ts'

const TEXTS = ['subjective', 'objective', 'assessment', 'plan', 'homeCare'] as const

/** Entries of the first list and those of the second that are new by name, at most so many. */
function withNew<T>(there: readonly T[], names: readonly string[], make: { nameOf: (entry: T) => string; row: (name: string) => T; most: number }): T[] {
  const taken = new Set(there.map(entry => make.nameOf(entry).toLowerCase()))
  const added = names.filter(name => !taken.has(name.toLowerCase()) && taken.add(name.toLowerCase()))
  return [...there, ...added.map(make.row)].slice(0, Math.max(make.most, there.length))
}

function withTechniques(blocks: NoteContent['blocks'], names: readonly string[]): NoteContent['blocks'] {
  const used = new Set(blocks.flatMap(({ techniques }) => techniques.map(({ name }) => name.toLowerCase())))
  const wanted = names.filter(name => !used.has(name.toLowerCase()))
  return blocks.map((block, place) => {
    if (place > 0 || wanted.length === 0) return block
    const row = (name: string) => ({ name, sites: [], minutes: null, response: '' })
    return { ...block, techniques: withNew(block.techniques, wanted, { nameOf: ({ name }) => name, row, most: 12 }) }
  })
}

function withQuestionnaires(scores: NoteContent['scores'], measures: TemplateContent['measures']): NoteContent['scores'] {
  const wanted = measures.flatMap(measure => {
    const scored = ScoredMeasure.exclude(['generic']).safeParse(measure)
    return scored.success && !scores.some(score => score.measure === scored.data) ? [scored.data] : []
  })
  const opened = [...new Set(wanted)].map(measure => ({ measure, ticked: null, points: null, answered: null, generic: null }))
  return [...scores, ...opened].slice(0, Math.max(12, scores.length))
}

/**
 * A note with a template laid under it: rows to measure without values, techniques in the first service, and words only where the field is empty.
 * What already stands in the note stays as it is; used twice, it adds nothing more. Pain and the
 * patient’s own activities are in every note; other questionnaires are opened, unanswered.
 */
export function applyTemplate(note: NoteContent, template: TemplateContent): NoteContent {
  const texts = TEXTS.filter(part => note[part].trim() === '' && template[part] !== '').map(part => [part, template[part]] as const)
  const motions = template.motions.filter(motion => !note.rom.some(row => row.motion === motion))
  return {
    ...note,
    ...Object.fromEntries(texts),
    activities: withNew(note.activities, template.activities, { nameOf: ({ name }) => name, row: name => ({ name, score: null }), most: 5 }),
    rom: [...note.rom, ...[...new Set(motions)].map(motion => ({ motion, left: null, right: null, value: null }))].slice(0, 40),
    strength: withNew(note.strength, template.muscles, {
      nameOf: ({ muscle }) => muscle,
      row: muscle => ({ muscle, left: null, right: null, value: null }),
      most: 40,
    }),
    specialTests: withNew(note.specialTests, template.tests, {
      nameOf: ({ test }) => test,
      row: test => ({ test, left: null, right: null, value: null, remark: '' }),
      most: 30,
    }),
    posture: withNew(note.posture, template.posture, { nameOf: ({ finding }) => finding, row: finding => ({ finding, side: '', grade: '' }), most: 30 }),
    blocks: withTechniques(note.blocks, template.techniques),
    scores: withQuestionnaires(note.scores, template.measures),
  }
}
