import { z } from 'zod'
import { NoteTemplateId, SnippetId } from '../lib/ids.ts'
import { line, optionalLine, prose } from '../lib/text.ts'
import { PlannedMeasure } from '../outcomes/schema.ts'
import { RomMotion } from './rom.ts'

/** What a template brings into a note: rows to measure (without values) and words with blanks such as `{side}`. Nothing already written is replaced. */
export const TemplateContent = z.strictObject({
  subjective: prose(),
  objective: prose(),
  assessment: prose(),
  plan: prose(),
  homeCare: prose(2000),
  activities: z.array(line('the activity', 80)).max(5),
  motions: z.array(RomMotion).max(20),
  muscles: z.array(line('the muscle', 80)).max(20),
  tests: z.array(line('the test', 80)).max(20),
  posture: z.array(line('the finding', 120)).max(20),
  techniques: z.array(line('the technique', 80)).max(12),
  measures: z.array(PlannedMeasure.shape.measure).max(8),
})
export type TemplateContent = z.infer<typeof TemplateContent>

/** A note template for a condition; six come with Myodesk and are as editable as the clinic’s own. */
export const NoteTemplate = z.strictObject({ id: NoteTemplateId, name: line('the template’s name', 60), content: TemplateContent })
export type NoteTemplate = z.infer<typeof NoteTemplate>

/** Words that grow out of a few typed letters: `.mfr` and a space. Blanks in braces are jumped to with Tab. */
export const Snippet = z.strictObject({
  id: SnippetId,
  shortcut: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9]{1,12}$/, 'A shortcut has 1 to 12 letters or digits.'),
  text: prose(2000).min(1, 'Write the words it grows into.'),
})
export type Snippet = z.infer<typeof Snippet>

/** A technique the clinic added to the list that Myodesk brings. */
export const ClinicTechnique = z.strictObject({ name: line('the technique', 80), shorthand: optionalLine(12), purpose: optionalLine(160) })
export type ClinicTechnique = z.infer<typeof ClinicTechnique>

/** All the clinic’s wording for notes. */
export const NoteLibrary = z.strictObject({
  templates: z.array(NoteTemplate),
  snippets: z.array(Snippet),
  techniques: z.array(ClinicTechnique),
})
export type NoteLibrary = z.infer<typeof NoteLibrary>
