import type { PayerRef } from '../../shared/accounts/balances.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Services } from '../app/services.ts'
import { paperNumber, upcomingNumber } from './paper-number.ts'
import { getDocument } from './repository.ts'
import { draftStatement, freezeStatement, paperOf } from './statement-draft.ts'

/** Freezes the statement of a payer; the one made today already where nothing has changed since. Throws `rule_broken` where nothing is owed. */
export function issueStatement(services: Services, { payer }: { readonly payer: PayerRef }): IssuedDocument {
  const { db, clock } = services
  const today = clock.today()
  const draft = draftStatement(services, payer, upcomingNumber(db, 'ST', today, 0))
  if (draft.statement.due === 0) throw new DomainError('rule_broken', `${draft.payer.name} owes nothing. There is no statement to print.`)
  if (draft.issued !== null) return getDocument(db, draft.issued)
  paperNumber(db, 'ST', today)
  return getDocument(db, freezeStatement(services, draft, paperOf(services, draft)))
}
