import type { z } from 'zod'
import { templateProblem } from '../../shared/documents/letter-fill.ts'
import { shippedTemplate, type TemplateWords } from '../../shared/documents/letter-templates.ts'
import { LetterKind } from '../../shared/documents/progress-letter.ts'
import { LetterTemplate } from '../../shared/documents/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

const Words = LetterTemplate.omit({ kind: true, isOwn: true })

/** The clinic’s wording of every kind of letter: its own, or the one that Myodesk brings. */
export function listLetterTemplates(db: Database): LetterTemplate[] {
  return LetterKind.options.map(kind => {
    const own = ownTemplate(db, kind)
    return { kind, ...(own ?? shippedTemplate(kind)), isOwn: own !== null }
  })
}

/** The wording that a letter of this kind is filled with. */
export const templateOf = (db: Database, kind: LetterKind): TemplateWords => ownTemplate(db, kind) ?? shippedTemplate(kind)

/** Puts the clinic’s own wording in the place of ours. Throws `invalid_input` at the field for an unknown placeholder or a letter without an answer. */
export function saveLetterTemplate({ db }: Services, { kind, ...words }: Parsed<'documents.saveLetterTemplate'>): LetterTemplate[] {
  const problems = Object.entries(words).flatMap(([field, text]) => {
    const problem = field === 'answer' && text.trim() === '' ? 'Write the answer: it is the first thing the physician reads.' : templateProblem(text)
    return problem === null ? [] : [[field, problem] as const]
  })
  const [first] = problems
  if (first) throw new DomainError('invalid_input', first[1], Object.fromEntries(problems))
  statement(db, 'INSERT OR REPLACE INTO letter_templates (kind, wording) VALUES (:kind, :wording)').run({ kind, wording: JSON.stringify(words) })
  return listLetterTemplates(db)
}

/** Goes back to the wording that Myodesk brings. */
export function resetLetterTemplate({ db }: Services, { kind }: Parsed<'documents.resetLetterTemplate'>): LetterTemplate[] {
  statement(db, 'DELETE FROM letter_templates WHERE kind = :kind').run({ kind })
  return listLetterTemplates(db)
}

function ownTemplate(db: Database, kind: LetterKind): z.infer<typeof Words> | null {
  const row = statement<{ kind: string }, { wording: string }>(db, 'SELECT wording FROM letter_templates WHERE kind = :kind').get({ kind })
  return row ? Words.parse(JSON.parse(row.wording)) : null
}
