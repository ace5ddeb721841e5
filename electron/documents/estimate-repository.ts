import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { DocumentId } from '../../shared/lib/ids.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { getDocument } from './repository.ts'

/** The estimates given last, each in its newest version; newest first. */
export function listEstimates(db: Database, most: number): IssuedDocument[] {
  return statement<{ most: number }, { id: DocumentId }>(
    db,
    `SELECT d.id
       FROM documents d
      WHERE d.kind = 'estimate' AND NOT EXISTS (SELECT 1 FROM documents r WHERE r.replaces_id = d.id)
      ORDER BY d.issued_at DESC, d.number DESC
      LIMIT :most`,
  )
    .all({ most })
    .map(({ id }) => getDocument(db, id))
}
