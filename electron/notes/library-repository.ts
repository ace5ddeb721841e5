import type { NoteTemplateId, SnippetId } from '../../shared/lib/ids.ts'
import type { Kept } from '../../shared/notes/library.ts'
import { ClinicTechnique, NoteTemplate, Snippet } from '../../shared/notes/library-schema.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type None = Record<string, never>

/** The clinic’s own templates, removed ones too. */
export function listKeptTemplates(db: Database): Kept<NoteTemplate>[] {
  return statement<None, { id: string; name: string; content: string; isRemoved: number }>(
    db,
    'SELECT id, name, content, is_removed AS isRemoved FROM note_templates ORDER BY name, id',
  )
    .all({})
    .map(({ id, name, content, isRemoved }) => ({ piece: NoteTemplate.parse({ id, name, content: JSON.parse(content) }), isRemoved: isRemoved === 1 }))
}

/** Keeps a template under its id, in place of the one kept before. */
export function writeTemplate(db: Database, { id, name, content }: NoteTemplate, isRemoved: boolean) {
  statement<{ id: string; name: string; content: string; isRemoved: number }>(
    db,
    'INSERT OR REPLACE INTO note_templates (id, name, content, is_removed) VALUES (:id, :name, :content, :isRemoved)',
  ).run({ id, name, content: JSON.stringify(content), isRemoved: Number(isRemoved) })
}

/** Forgets the clinic’s own wording of a template that Myodesk brings. */
export function forgetTemplate(db: Database, id: NoteTemplateId) {
  statement<{ id: string }>(db, 'DELETE FROM note_templates WHERE id = :id').run({ id })
}

/** The clinic’s own snippets, removed ones too. */
export function listKeptSnippets(db: Database): Kept<Snippet>[] {
  return statement<None, { id: string; shortcut: string; text: string; isRemoved: number }>(
    db,
    'SELECT id, shortcut, text, is_removed AS isRemoved FROM snippets ORDER BY shortcut, id',
  )
    .all({})
    .map(({ isRemoved, ...piece }) => ({ piece: Snippet.parse(piece), isRemoved: isRemoved === 1 }))
}

/** Keeps a snippet under its id, in place of the one kept before. */
export function writeSnippet(db: Database, { id, shortcut, text }: Snippet, isRemoved: boolean) {
  statement<{ id: string; shortcut: string; text: string; isRemoved: number }>(
    db,
    'INSERT OR REPLACE INTO snippets (id, shortcut, text, is_removed) VALUES (:id, :shortcut, :text, :isRemoved)',
  ).run({ id, shortcut, text, isRemoved: Number(isRemoved) })
}

/** Forgets the clinic’s own wording of a snippet that Myodesk brings. */
export function forgetSnippet(db: Database, id: SnippetId) {
  statement<{ id: string }>(db, 'DELETE FROM snippets WHERE id = :id').run({ id })
}

/** Techniques the clinic added, in its own order. */
export function listClinicTechniques(db: Database): ClinicTechnique[] {
  return statement<None, unknown>(db, 'SELECT name, shorthand, purpose FROM clinic_techniques ORDER BY position')
    .all({})
    .map(row => ClinicTechnique.parse(row))
}

/** Puts these techniques in place of all the clinic had added. */
export function replaceClinicTechniques(db: Database, techniques: readonly ClinicTechnique[]) {
  statement<None>(db, 'DELETE FROM clinic_techniques').run({})
  const insert = statement<ClinicTechnique & { position: number }>(
    db,
    'INSERT INTO clinic_techniques (position, name, shorthand, purpose) VALUES (:position, :name, :shorthand, :purpose)',
  )
  for (const [position, technique] of techniques.entries()) insert.run({ ...technique, position })
}
