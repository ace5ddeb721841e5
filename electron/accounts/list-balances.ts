import { balancesByPayer, chosenBalances } from '../../shared/accounts/balances.ts'
import type { Output, Parsed } from '../../shared/ipc/contract.ts'
import { sumCents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { agingOfClinic, creditOfClinic, listPatientBalances } from './balances-repository.ts'

const ON_A_PAGE = 60

/** Who owes what since when, by who pays, as of today. */
export function listBalances({ db, clock }: Services, { page, ...choice }: Parsed<'accounts.listBalances'>): Output<'accounts.listBalances'> {
  const asOf = clock.today()
  const chosen = chosenBalances(balancesByPayer(listPatientBalances(db, asOf)), choice)
  return {
    rows: chosen.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE),
    count: chosen.length,
    shown: sumCents(chosen.map(({ aging, credit }) => (choice.filter === 'credit' ? credit : aging.total))),
    aging: agingOfClinic(db, asOf),
    credit: creditOfClinic(db),
    asOf,
  }
}
