import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { InvoiceRow } from '../../shared/billing/schema.ts'
import type { InvoiceId, PatientId } from '../../shared/lib/ids.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { ask, queryClient, request } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { BillingTabs } from '../ui/billing-tabs.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SearchSelect } from '../ui/select-field.tsx'
import { dateInWords } from '../ui/words.tsx'
import css from './billing.module.css'
import { InvoicePanel } from './invoice-panel.tsx'
import { InvoiceTable } from './invoice-table.tsx'

type Show = 'open' | 'all' | 'void'
type Who = { id: PatientId; name: string }

const PAGE = 200
const SHOWS = [
  { value: 'open', label: 'Open' },
  { value: 'all', label: 'All' },
  { value: 'void', label: 'Void' },
] as const

const findPatients = async (text: string) => {
  const found = await queryClient.fetchQuery(ask('patients.search', { text, scope: 'all', limit: 8 }))
  return found.rows.map(row => ({ key: row.id, label: row.name, detail: `${dateInWords(row.bornOn)} · ${row.phone || row.chartNumber}`, item: row }))
}

function useInvoices(show: Show, who: Who | null) {
  return useInfiniteQuery({
    queryKey: ['billing.listInvoices', { show, patientId: who?.id ?? null }],
    queryFn: ({ pageParam }) => request('billing.listInvoices', { show, patientId: who?.id ?? null, before: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: page => (page.rows.length < PAGE ? undefined : page.rows.at(-1)?.number),
  })
}

function Nothing({ show, who }: { show: Show; who: Who | null }) {
  const whose = who ? ` of ${who.name}` : ''
  if (show === 'open')
    return (
      <Empty title={`No open invoices${whose}.`} icon="check">
        Everything issued is paid. What is owed stands here, newest first.
      </Empty>
    )
  if (show === 'void')
    return (
      <Empty title={`No void invoices${whose}.`} icon="receipt">
        An invoice made in error is voided with a reason; its number stays here.
      </Empty>
    )
  return (
    <Empty title={`No invoices${whose} yet.`} icon="receipt">
      A visit’s invoice is made at its check-out.
    </Empty>
  )
}

function openWords(count: number, total: InvoiceRow['total']): string {
  return count === 0 ? 'Nothing is owed.' : `${formatMoney(total)} open on ${count} ${count === 1 ? 'invoice' : 'invoices'}`
}

/** Every invoice: what is owed, what was paid, what was voided, with each invoice in full at the side. */
export function BillingScreen() {
  const [show, setShow] = useState<Show>('open')
  const [who, setWho] = useState<Who | null>(null)
  const [openId, setOpenId] = useState<InvoiceId | null>(null)
  const invoices = useInvoices(show, who)
  const rows = invoices.data?.pages.flatMap(page => page.rows) ?? []
  const first = invoices.data?.pages[0]
  const shown = openId ?? null
  useHotkey({ keys: 'escape', run: () => setOpenId(null), enabled: openId !== null })
  return (
    <Screen title="Billing" ground="surface" note={<BillingTabs />} actions={first && openWords(first.openCount, first.openTotal)}>
      <Columns template={shown ? 'var(--billing-columns)' : 'minmax(0, 1fr)'}>
        <Column label="Invoices" ground="surface" className={cx(css.list, shown && css.beside)}>
          <div className={css.filters}>
            <Segmented label="Show" value={show} onChange={setShow} choices={SHOWS} />
            <SearchSelect
              label="Patient"
              bare
              chosen={who?.name ?? ''}
              placeholder="All patients"
              search={findPatients}
              onChoose={setWho}
              className={css.who}
            />
            {who && (
              <Button kind="text" size="small" onClick={() => setWho(null)}>
                Show all patients
              </Button>
            )}
          </div>
          <Problem error={invoices.error} />
          {invoices.isPending && <Waiting />}
          {first && rows.length === 0 && <Nothing show={show} who={who} />}
          {rows.length > 0 && <InvoiceTable rows={rows} selected={shown} onOpen={row => setOpenId(row.id)} />}
          {invoices.hasNextPage && (
            <div className={css.more}>
              <Button busy={invoices.isFetchingNextPage} onClick={() => void invoices.fetchNextPage()}>
                Show more
              </Button>
            </div>
          )}
        </Column>
        {shown && <InvoicePanel key={shown} invoiceId={shown} onClose={() => setOpenId(null)} />}
      </Columns>
    </Screen>
  )
}
