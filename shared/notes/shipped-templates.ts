import { NoteTemplateId } from '../lib/ids.ts'
import { NoteTemplate } from './library-schema.ts'
import { CARPAL_TUNNEL, SHOULDER } from './shipped-templates-limbs.ts'
import { FIBROMYALGIA, LOW_BACK, NECK, WHIPLASH } from './shipped-templates-spine.ts'

type Words = Omit<NoteTemplate, 'id'>
type Entry = readonly [number: number, words: Words]

// A number stays with its template for ever: it is the id under which a clinic keeps its own wording.
const ENTRIES: readonly Entry[] = [
  [1, NECK],
  [2, LOW_BACK],
  [3, SHOULDER],
  [4, WHIPLASH],
  [5, CARPAL_TUNNEL],
  [6, FIBROMYALGIA],
]

/** The note templates that Myodesk brings, in the order they are offered; a clinic’s own wording replaces one by its id. */
export const SHIPPED_TEMPLATES: readonly NoteTemplate[] = ENTRIES.map(([number, words]) =>
  NoteTemplate.parse({ id: NoteTemplateId.parse(`5a1e0001-0000-4000-8000-${String(number).padStart(12, '0')}`), ...words }),
)

/** A template as Myodesk brings it; undefined for one of the clinic’s own. */
export const shippedTemplate = (id: NoteTemplateId): NoteTemplate | undefined => SHIPPED_TEMPLATES.find(template => template.id === id)
