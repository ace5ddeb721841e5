import { setImmediate as nextTurn } from 'node:timers/promises'
import { balancesByPayer, chosenBalances, type PayerRef } from '../../shared/accounts/balances.ts'
import { paperName } from '../../shared/documents/paper-name.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { type Cents, formatMoney } from '../../shared/lib/money.ts'
import { listPatientBalances } from '../accounts/balances-repository.ts'
import { asJob, type Job } from '../app/jobs.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { drawTogether } from './drawing.ts'
import { openPaper } from './open-document.ts'
import { paperNumber, upcomingNumber } from './paper-number.ts'
import type { FrozenPaper } from './repository.ts'
import { draftStatement, freezeStatement, paperOf, type StatementDraft } from './statement-draft.ts'

type Skipped = Output<'documents.printStatements'>['skipped'][number]
type Ready = { readonly draft: StatementDraft; readonly paper: FrozenPaper }

/** Statements put together before somebody else may ask the records something. */
const AT_ONCE = 10

/**
 * Prints statements for many payers as one file in order of name, and freezes each once the whole file is drawn. Whoever has no address, owes too little or has
 * died is left out with the reason. Stopped or failed: nothing is kept, and no number is taken. Throws `conflict` where another statement was made meanwhile.
 */
export function printStatements(services: Services, asked: Parsed<'documents.printStatements'>): Promise<Output<'documents.printStatements'>> {
  const { db, clock } = services
  const payers = chosenPayers(services, asked.choice)
  return asJob(services, asked.jobId, async job => {
    const { ready, skipped } = await putTogether(services, payers, { minimum: asked.minimum, job })
    if (ready.length === 0) return { printed: 0, skipped, path: null }
    const title = `Statements, ${formatDate(clock.today())}`
    const bytes = await drawTogether(
      services.resourcesDir,
      ready.map(({ paper }) => paper),
      { title, madeAt: clock.now(), signal: job.signal, onDrawn: done => job.progress(done, ready.length) },
    )
    transaction(db, () => freezeAll(services, ready))
    const { path } = await openPaper(services, { name: paperName(`Statements ${clock.today()}`, '', ''), bytes })
    return { printed: ready.length, skipped, path }
  })
}

type Choice = Parsed<'documents.printStatements'>['choice']

function chosenPayers({ db, clock }: Services, choice: Choice): PayerRef[] {
  const payers = balancesByPayer(listPatientBalances(db, clock.today()))
  const { search, filter } = choice.kind === 'all' ? choice : { search: '', filter: 'all' as const }
  const inOrder = chosenBalances(payers, { search, filter, sort: 'name' }).map(({ payer }) => payer)
  if (choice.kind === 'all') return inOrder
  const wanted = new Set(choice.payers.map(keyOf))
  return inOrder.filter(payer => wanted.has(keyOf(payer)))
}

const keyOf = ({ by, patientId }: PayerRef) => `${by}/${patientId}`

async function putTogether(services: Services, payers: readonly PayerRef[], { minimum, job }: { minimum: Cents; job: Job }) {
  const ready: Ready[] = []
  const skipped: Skipped[] = []
  let numbered = 0
  for (const [index, ref] of payers.entries()) {
    if (index % AT_ONCE === 0) await nextTurn()
    if (job.signal.aborted) throw new DomainError('conflict', 'Printing was stopped, and nothing was kept.')
    const draft = draftStatement(services, ref, upcomingNumber(services.db, 'ST', services.clock.today(), numbered))
    const reason = reasonToSkip(draft, minimum)
    if (reason !== null) skipped.push({ name: draft.payer.name, reason })
    else {
      if (draft.issued === null) numbered++
      ready.push({ draft, paper: paperOf(services, draft) })
    }
  }
  return { ready, skipped }
}

function reasonToSkip({ payer, statement }: StatementDraft, minimum: Cents): string | null {
  if (statement.due === 0) return 'Owes nothing any more.'
  if (statement.due < minimum) return `Owes ${formatMoney(statement.due)}, less than ${formatMoney(minimum)}.`
  if (payer.deceasedOn !== null) return 'Has died. Write to the family or the estate yourself.'
  return payer.address.street === '' || payer.address.city === '' ? 'No address on file.' : null
}

function freezeAll(services: Services, ready: readonly Ready[]) {
  const { db, clock } = services
  for (const { draft, paper } of ready) {
    if (draft.issued !== null) continue
    if (paperNumber(db, 'ST', clock.today()) !== draft.statement.number)
      throw new DomainError('conflict', 'Another statement was made meanwhile. Nothing was kept: print the statements again.')
    freezeStatement(services, draft, paper)
  }
}
