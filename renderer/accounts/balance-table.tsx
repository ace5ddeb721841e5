import { AgeBucket, BUCKET_WORDS } from '../../shared/accounts/aging.ts'
import type { BalanceRow, PayerRef } from '../../shared/accounts/balances.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { Table, type TableColumn } from '../ui/table.tsx'
import { useNarrow } from '../ui/use-narrow.ts'
import { DateText, Money } from '../ui/words.tsx'
import css from './accounts.module.css'
import { payerKey } from './payer-key.ts'

type BalanceTableProps = {
  list: Output<'accounts.listBalances'>
  /** Beside an open account the ages are left out. */
  isNarrow: boolean
  chosen: readonly PayerRef[]
  open: PayerRef | null
  onOpen: (row: BalanceRow) => void
  onChoose: (row: BalanceRow, isChosen: boolean) => void
}

/** Whom the invoices are for, and what keeps a statement from being mailed. */
function About({ patients, hasAddress }: BalanceRow) {
  const words = [patients.length > 0 && `for ${patients.join(', ')}`, !hasAddress && 'no address'].filter(Boolean)
  return words.length > 0 && <span className={css.second}>{words.join(' · ')}</span>
}

/** Who owes what, one row for each payer; arrow keys and Enter open the account, the box chooses it for printing. */
export function BalanceTable({ list, isNarrow, chosen, open, onOpen, onChoose }: BalanceTableProps) {
  const isSmall = useNarrow() || isNarrow
  const keys = new Set(chosen.map(payerKey))
  const box = (row: BalanceRow) => (
    <input
      type="checkbox"
      className={css.choose}
      aria-label={`Choose ${row.name}`}
      checked={keys.has(payerKey(row.payer))}
      disabled={row.aging.total === 0}
      onClick={event => event.stopPropagation()}
      onChange={event => onChoose(row, event.target.checked)}
    />
  )
  const ages = AgeBucket.options.map(
    (bucket): TableColumn<BalanceRow> => ({
      title: BUCKET_WORDS[bucket],
      align: 'right',
      width: '100px',
      cell: row => <Money cents={row.aging[bucket]} quietZero />,
    }),
  )
  return (
    <Table
      caption="Balances"
      rows={list.rows}
      keyOf={row => payerKey(row.payer)}
      selectedKey={open && payerKey(open)}
      onOpen={onOpen}
      onFocusRow={row => open && payerKey(row.payer) !== payerKey(open) && onOpen(row)}
      height="tall"
      columns={[
        { title: 'Choose', hideTitle: true, width: '40px', cell: box },
        {
          title: 'Who pays',
          cell: row => (
            <>
              <span className={css.name}>{row.name}</span>
              <About {...row} />
            </>
          ),
        },
        { title: 'Since', width: '104px', cell: row => row.since && <DateText day={row.since} form="short" /> },
        ...(isSmall ? [] : ages),
        { title: 'Owed', align: 'right', width: '104px', cell: row => <Money cents={row.aging.total} quietZero /> },
        { title: 'Credit', align: 'right', width: '92px', cell: row => (row.credit === 0 ? '' : <Money cents={row.credit} />) },
      ]}
    />
  )
}
