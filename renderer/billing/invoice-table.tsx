import type { InvoiceRow } from '../../shared/billing/schema.ts'
import type { InvoiceId } from '../../shared/lib/ids.ts'
import { Status } from '../ui/chip.tsx'
import { Table } from '../ui/table.tsx'
import { useNarrow } from '../ui/use-narrow.ts'
import { DateText, Money } from '../ui/words.tsx'
import css from './billing.module.css'

/** How an invoice stands, in words: what is open of it, paid, let go without a payment, or void. */
export function Standing({ status, paid, reduced }: Pick<InvoiceRow, 'status' | 'paid' | 'reduced'>) {
  if (status === 'void') {
    return (
      <Status icon="cancelled" tone="over">
        Void
      </Status>
    )
  }
  if (status === 'paid') return <Status icon="check">{paid === 0 && reduced > 0 ? 'Let go' : 'Paid'}</Status>
  return <Status icon={paid > 0 ? 'half' : 'ring'}>{paid > 0 ? 'Partly paid' : 'Not paid'}</Status>
}

type InvoiceTableProps = {
  rows: readonly InvoiceRow[]
  selected: InvoiceId | null
  onOpen: (row: InvoiceRow) => void
  /** In a patient’s own chart every row has the same name. */
  hasPatient?: boolean
}

/** The day of the visit that was charged, or missed. */
function VisitDay({ row }: { row: InvoiceRow }) {
  return (
    <>
      <DateText day={row.serviceOn} form="short" />
      {row.kind === 'missed' && <span className={css.second}> missed</span>}
    </>
  )
}

/** Invoices, newest first; arrow keys and Enter open one at the side. */
export function InvoiceTable({ rows, selected, onOpen, hasPatient = true }: InvoiceTableProps) {
  const isNarrow = useNarrow()
  return (
    <Table
      caption="Invoices"
      rows={rows}
      keyOf={row => row.id}
      selectedKey={selected}
      onOpen={onOpen}
      onFocusRow={row => selected && row.id !== selected && onOpen(row)}
      columns={[
        { title: 'Invoice', width: '124px', cell: row => row.number },
        ...(hasPatient ? [{ title: 'Patient', cell: (row: InvoiceRow) => <span className={css.name}>{row.patientName}</span> }] : []),
        { title: 'Visit', width: selected ? '76px' : '112px', cell: row => <VisitDay row={row} /> },
        { title: 'Status', width: '112px', cell: row => <Standing {...row} /> },
        ...(isNarrow ? [] : [{ title: 'Charged', align: 'right' as const, width: '92px', cell: (row: InvoiceRow) => <Money cents={row.total} /> }]),
        ...(selected || isNarrow ? [] : [{ title: 'Paid', align: 'right' as const, width: '92px', cell: (row: InvoiceRow) => <Money cents={row.paid} /> }]),
        { title: 'Balance', align: 'right', width: '92px', cell: row => <Money cents={row.balance} quietZero /> },
      ]}
    />
  )
}
