import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { NoteTemplateId, SnippetId } from '../../shared/lib/ids.ts'
import { joinSnippets, joinTemplates, refuseSnippet, refuseTechniques, refuseTemplate } from '../../shared/notes/library.ts'
import type { NoteLibrary } from '../../shared/notes/library-schema.ts'
import { shippedSnippet } from '../../shared/notes/shipped-snippets.ts'
import { shippedTemplate } from '../../shared/notes/shipped-templates.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { canonicalJson } from './content-hash.ts'
import {
  forgetSnippet,
  forgetTemplate,
  listClinicTechniques,
  listKeptSnippets,
  listKeptTemplates,
  replaceClinicTechniques,
  writeSnippet,
  writeTemplate,
} from './library-repository.ts'

/** The clinic’s wording for notes: what Myodesk brings, with the clinic’s own words in place of it and beside it, and the techniques it added. */
export function getLibrary(db: Database): NoteLibrary {
  return {
    templates: joinTemplates(listKeptTemplates(db)),
    snippets: joinSnippets(listKeptSnippets(db)),
    techniques: listClinicTechniques(db),
  }
}

/**
 * Keeps a template, a new one where it has no id. One with the words that Myodesk brings is theirs again. Throws `invalid_input` for a name that is
 * taken and `not_found` for an id nobody knows.
 */
export function saveTemplate({ db, newId }: Services, input: Parsed<'notes.saveTemplate'>): NoteLibrary {
  const kept = listKeptTemplates(db)
  const { id } = input
  if (id !== null && !shippedTemplate(id) && !kept.some(({ piece }) => piece.id === id))
    throw new DomainError('not_found', 'That template is no longer in the records.')
  const template = { ...input, id: id ?? NoteTemplateId.parse(newId()) }
  refuseTemplate(template, joinTemplates(kept))
  const shipped = shippedTemplate(template.id)
  if (shipped && isSame(shipped, template)) forgetTemplate(db, template.id)
  else writeTemplate(db, template, false)
  return getLibrary(db)
}

/** Takes a template off the list; saving it again brings it back. Throws `not_found`. */
export function removeTemplate({ db }: Services, { templateId }: Parsed<'notes.removeTemplate'>): NoteLibrary {
  const template = getLibrary(db).templates.find(({ id }) => id === templateId)
  if (!template) throw new DomainError('not_found', 'That template is no longer on the list.')
  writeTemplate(db, template, true)
  return getLibrary(db)
}

/** Keeps a snippet, a new one where it has no id. Throws `invalid_input` for a shortcut that is taken and `not_found` for an id nobody knows. */
export function saveSnippet({ db, newId }: Services, input: Parsed<'notes.saveSnippet'>): NoteLibrary {
  const kept = listKeptSnippets(db)
  const { id } = input
  if (id !== null && !shippedSnippet(id) && !kept.some(({ piece }) => piece.id === id))
    throw new DomainError('not_found', 'That snippet is no longer in the records.')
  const snippet = { ...input, id: id ?? SnippetId.parse(newId()) }
  refuseSnippet(snippet, joinSnippets(kept))
  const shipped = shippedSnippet(snippet.id)
  if (shipped && isSame(shipped, snippet)) forgetSnippet(db, snippet.id)
  else writeSnippet(db, snippet, false)
  return getLibrary(db)
}

/** Takes a snippet off the list; saving it again brings it back. Throws `not_found`. */
export function removeSnippet({ db }: Services, { snippetId }: Parsed<'notes.removeSnippet'>): NoteLibrary {
  const snippet = getLibrary(db).snippets.find(({ id }) => id === snippetId)
  if (!snippet) throw new DomainError('not_found', 'That snippet is no longer on the list.')
  writeSnippet(db, snippet, true)
  return getLibrary(db)
}

/** Puts these in place of all techniques the clinic had added. Throws `invalid_input` for a name or shorthand that is taken. */
export function saveTechniques({ db }: Services, { techniques }: Parsed<'notes.saveTechniques'>): NoteLibrary {
  refuseTechniques(techniques)
  replaceClinicTechniques(db, techniques)
  return getLibrary(db)
}

const isSame = (a: object, b: object) => canonicalJson(a) === canonicalJson(b)
