import type { NoteContent } from './schema.ts'

/** The parts of the last note that may be carried into today’s. */
export const CARRY_PARTS = ['subjective', 'objective', 'assessment', 'plan', 'homeCare', 'posture', 'marks', 'techniques'] as const
export type CarryPart = (typeof CARRY_PARTS)[number]

/** The parts that are texts. */
export const CARRY_TEXTS = ['subjective', 'objective', 'assessment', 'plan', 'homeCare'] as const
/** A part that is a text. */
export type CarryText = (typeof CARRY_TEXTS)[number]

/** The parts that stay true from visit to visit, taken over with one key: the plan and what was found, never what the patient said or what was judged. */
export const LASTING_PARTS = ['plan', 'homeCare', 'posture', 'marks', 'techniques'] as const satisfies readonly CarryPart[]

/** What each part is called in a list. */
export const CARRY_WORDS = {
  subjective: 'What the patient reports',
  objective: 'What you found',
  assessment: 'Assessment',
  plan: 'Plan',
  homeCare: 'Home care',
  posture: 'Posture',
  marks: 'Marks on the body chart',
  techniques: 'Techniques',
} as const satisfies Record<CarryPart, string>

const isText = (part: CarryPart): part is CarryText => CARRY_TEXTS.some(text => text === part)
const isEmpty = (text: string) => text.trim() === ''

/** Marks that stay true until they are looked at again; what was treated belongs to its own visit. */
const lastingMarks = ({ marks }: NoteContent) => marks.filter(({ kind }) => kind !== 'treated')

/** The parts of the last note that hold something, in the order of the note. */
export function carryable(last: NoteContent): readonly CarryPart[] {
  return CARRY_PARTS.filter(part => {
    if (isText(part)) return !isEmpty(last[part])
    if (part === 'posture') return last.posture.length > 0
    return part === 'marks' ? lastingMarks(last).length > 0 : last.blocks.some(({ techniques }) => techniques.length > 0)
  })
}

function techniquesCarried(today: NoteContent, last: NoteContent): NoteContent['blocks'] {
  return today.blocks.map(block => {
    const same = last.blocks.filter(({ serviceId }) => serviceId === block.serviceId).flatMap(({ techniques }) => techniques)
    const names = new Set(block.techniques.map(({ name }) => name.toLowerCase()))
    const missing = same.filter(({ name }) => !names.has(name.toLowerCase()) && names.add(name.toLowerCase()))
    const carried = missing.map(technique => ({ ...technique, minutes: null, response: '' }))
    return carried.length === 0 ? block : { ...block, techniques: [...block.techniques, ...carried].slice(0, 12) }
  })
}

function marksCarried(today: NoteContent, last: NoteContent, newId: () => string): NoteContent['marks'] {
  const isThere = ({ kind, site }: NoteContent['marks'][number]) => today.marks.some(mark => mark.kind === kind && mark.site === site)
  const carried = lastingMarks(last).filter(mark => !isThere(mark))
  return [...today.marks, ...carried.map(mark => ({ ...mark, id: newId(), grade: null }))].slice(0, 200)
}

function postureCarried(today: NoteContent, last: NoteContent): NoteContent['posture'] {
  const names = new Set(today.posture.map(({ finding }) => finding.toLowerCase()))
  const carried = last.posture.filter(({ finding }) => !names.has(finding.toLowerCase())).map(each => ({ ...each, grade: '' as const }))
  return [...today.posture, ...carried].slice(0, 30)
}

/**
 * Today’s note with the chosen parts of the last one. Texts go only into empty fields; findings, marks and techniques come beside those of today.
 * Nothing measured comes along: no grade, no minutes, no response, no score.
 */
export function carryForward(today: NoteContent, last: NoteContent, { parts, newId }: { parts: readonly CarryPart[]; newId: () => string }): NoteContent {
  const chosen = new Set(parts)
  const texts = CARRY_TEXTS.filter(part => chosen.has(part) && isEmpty(today[part])).map(part => [part, last[part]] as const)
  return {
    ...today,
    ...Object.fromEntries(texts),
    posture: chosen.has('posture') ? postureCarried(today, last) : today.posture,
    marks: chosen.has('marks') ? marksCarried(today, last, newId) : today.marks,
    blocks: chosen.has('techniques') ? techniquesCarried(today, last) : today.blocks,
  }
}

/** Texts that stand word for word as in the last note, so that one sees what was not written today. */
export function carriedTexts(today: NoteContent, last: NoteContent | null): readonly CarryText[] {
  return last ? CARRY_TEXTS.filter(part => !isEmpty(today[part]) && today[part].trim() === last[part].trim()) : []
}
