import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BalanceFilter, BalanceRow, BalanceSort, PayerRef } from '../../shared/accounts/balances.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { ask } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { BillingTabs } from '../ui/billing-tabs.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './accounts.module.css'
import { BalanceTable } from './balance-table.tsx'
import { Pages } from './pages.tsx'
import { payerKey } from './payer-key.ts'
import { PayerPanel } from './payer-panel.tsx'
import { PrintResult, StatementsFooter } from './print-statements.tsx'
import { usePrinting } from './use-printing.ts'

const FILTERS = [
  { value: 'all', label: 'All' },
  { value: 'current', label: '0–30' },
  { value: 'days31', label: '31–60' },
  { value: 'days61', label: '61–90' },
  { value: 'days91', label: 'Over 90' },
  { value: 'credit', label: 'Credit' },
] as const
const SORTS = [
  { value: 'oldest', label: 'Oldest' },
  { value: 'largest', label: 'Largest' },
  { value: 'name', label: 'Name' },
] as const

type Balances = Output<'accounts.listBalances'>

function useBalances() {
  const [filter, setFilter] = useState<BalanceFilter>('all')
  const [sort, setSort] = useState<BalanceSort>('oldest')
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(0)
  const found = useQuery({ ...ask('accounts.listBalances', { search: search.slice(0, 120), filter, sort, page }), placeholderData: keepPreviousData })
  const anew = <V,>(set: (value: V) => void) => {
    return (value: V) => {
      set(value)
      setPage(0)
    }
  }
  return { filter, setFilter: anew(setFilter), sort, setSort: anew(setSort), search, setSearch: anew(setSearch), page, setPage, found }
}

function Nothing({ filter, search }: { filter: BalanceFilter; search: string }) {
  if (search !== '')
    return (
      <Empty title={`Nobody called “${search}” stands here.`} icon="people">
        The search looks for those who pay, and for their patients.
      </Empty>
    )
  if (filter === 'credit')
    return (
      <Empty title="Nobody has money on account." icon="receipt">
        What is paid beyond what is owed stands here until it is used or given back.
      </Empty>
    )
  return (
    <Empty title={filter === 'all' ? 'Nothing is owed.' : 'Nothing of that age is owed.'} icon="check">
      Whoever has an open invoice stands here, with how old it is.
    </Empty>
  )
}

function sumWords({ aging, credit }: Balances): string {
  const owed = aging.total === 0 ? 'Nothing is owed' : `${formatMoney(aging.total)} owed`
  return credit === 0 ? owed : `${owed} · ${formatMoney(credit)} credit, not taken off`
}

/** Who owes what since when, by who pays, and statements for some or all of them. */
export function BalancesScreen() {
  const { filter, setFilter, sort, setSort, search, setSearch, page, setPage, found } = useBalances()
  const [open, setOpen] = useState<PayerRef | null>(null)
  const [chosen, setChosen] = useState<readonly PayerRef[]>([])
  const printing = usePrinting()
  useHotkey({ keys: 'escape', run: () => setOpen(null), enabled: open !== null })
  const choose = (row: BalanceRow, isChosen: boolean) => {
    const others = chosen.filter(each => payerKey(each) !== payerKey(row.payer))
    setChosen(isChosen ? [...others, row.payer] : others)
  }
  const list = found.data
  const footer = list && filter !== 'credit' && list.count > 0 && (
    <StatementsFooter chosen={chosen} count={list.count} choice={{ search, filter }} printing={printing} onClear={() => setChosen([])} />
  )
  return (
    <Screen title="Balances" ground="surface" note={<BillingTabs />} actions={list && sumWords(list)} footer={footer}>
      <Columns template={open ? 'minmax(0, 1fr) clamp(400px, 36%, 480px)' : 'minmax(0, 1fr)'}>
        <Column label="Balances" ground="surface">
          <div className={css.filters}>
            <Segmented label="Age in days" value={filter} onChange={setFilter} choices={FILTERS} />
            <TextField label="Find a payer or patient" bare placeholder="Find a payer or patient" value={search} onChange={setSearch} className={css.search} />
            <Segmented label="Order" size="small" value={sort} onChange={setSort} choices={SORTS} />
          </div>
          <PrintResult printing={printing} />
          <Problem error={found.error} />
          {found.isPending && <Waiting />}
          {list && list.rows.length === 0 && <Nothing filter={filter} search={search} />}
          {list && list.rows.length > 0 && (
            <BalanceTable list={list} isNarrow={open !== null} chosen={chosen} open={open} onOpen={row => setOpen(row.payer)} onChoose={choose} />
          )}
          {list && <Pages page={page} count={list.count} onTurn={setPage} />}
        </Column>
        {open && <PayerPanel key={payerKey(open)} payer={open} onClose={() => setOpen(null)} />}
      </Columns>
    </Screen>
  )
}
