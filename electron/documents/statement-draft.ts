import type { PayerRef } from '../../shared/accounts/balances.ts'
import { Statement } from '../../shared/documents/statement.ts'
import { composeStatement } from '../../shared/documents/statement-compose.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { DocumentId, type PatientId } from '../../shared/lib/ids.ts'
import { sumCents } from '../../shared/lib/money.ts'
import type { Clinic } from '../../shared/practice/schema.ts'
import { getPayer, type Payer } from '../accounts/payers-repository.ts'
import { lastStatementOf, listForStatement, listMovements } from '../accounts/statement-repository.ts'
import type { Services } from '../app/services.ts'
import { creditOf } from '../billing/ledger-repository.ts'
import type { Database } from '../db/open.ts'
import { statement as sql } from '../db/statement.ts'
import { getBillingRules } from '../practice/billing-rules-repository.ts'
import { getClinic } from '../practice/repository.ts'
import { type FrozenPaper, findFrozenPaper, insertDocument } from './repository.ts'

/** A statement as it would be issued now, or the one that was issued today and still holds. */
export type StatementDraft = {
  readonly payer: Payer
  readonly statement: Statement
  readonly clinic: Clinic
  /** The one issued today, where nothing has changed since. */
  readonly issued: DocumentId | null
}

/** Puts together what a payer owes as of today, under a number that is not taken yet. Throws `not_found` for an unknown payer. */
export function draftStatement({ db, clock }: Pick<Services, 'db' | 'clock'>, ref: PayerRef, number: string): StatementDraft {
  const today = clock.today()
  const clinic = getClinic(db)
  const payer = getPayer(db, ref, today)
  const patients = payer.patients.map(({ id, name }) => ({
    name,
    credit: sumCents(creditOf(db, id).map(({ amount }) => amount)),
    open: listForStatement(db, id),
    movements: listMovements(db, id),
  }))
  const last = lastStatementOf(db, [payer.holderId, ...payer.patients.map(({ id }) => id)])
  const statement = Statement.parse(composeStatement({ number, issuedOn: today, clinic, payer, patients, last, dunning: getBillingRules(db).dunning }))
  const same = findSame(db, { holderId: payer.holderId, today, statement })
  return { payer, clinic, statement: same?.statement ?? statement, issued: same?.id ?? null }
}

type Wanted = { readonly holderId: PatientId; readonly today: LocalDate; readonly statement: Statement }

function findSame(db: Database, { holderId, today, statement }: Wanted): { id: DocumentId; statement: Statement } | null {
  const row = sql<{ holderId: string; today: string }, { id: string }>(
    db,
    `SELECT id
       FROM documents
      WHERE kind = 'statement' AND patient_id = :holderId AND issued_on = :today
      ORDER BY issued_at DESC, number DESC
      LIMIT 1`,
  ).get({ holderId, today })
  const frozen = row && findFrozenPaper(db, row.id)
  if (!row || !frozen) return null
  const earlier = Statement.parse(frozen.paper)
  return sayings(earlier) === sayings(statement) ? { id: DocumentId.parse(row.id), statement: earlier } : null
}

const sayings = ({ to, due, patients, aging, credit, dunning, lastEntry }: Statement) =>
  JSON.stringify({ to, due, patients, aging, credit, dunning, lastEntry })

/** The paper of a draft, as it is drawn. */
export function paperOf({ db, clock }: Pick<Services, 'db' | 'clock'>, { statement, clinic, issued }: StatementDraft): FrozenPaper {
  const frozen = issued === null ? undefined : findFrozenPaper(db, issued)
  return frozen ?? { kind: 'statement', paper: statement, paperSize: clinic.paperSize, issuedAt: clock.now() }
}

/** Freezes a statement under its number, which must be taken in the same step; with the payer’s chart, or that of the first patient. */
export function freezeStatement({ db, newId }: Pick<Services, 'db' | 'newId'>, { payer, statement }: StatementDraft, paper: FrozenPaper): DocumentId {
  const id = DocumentId.parse(newId())
  const days = statement.patients.flatMap(({ invoices }) => invoices.map(({ on }) => on)).toSorted()
  insertDocument(
    db,
    {
      id,
      kind: 'statement',
      number: statement.number,
      version: 1,
      patientId: payer.holderId,
      episodeId: null,
      issuedAt: paper.issuedAt,
      issuedOn: statement.issuedOn,
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
      total: statement.due,
      replacesId: null,
      reason: '',
      content: { paperSize: paper.paperSize, paper: statement },
    },
    [],
  )
  return id
}
