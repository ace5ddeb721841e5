import { useQuery } from '@tanstack/react-query'
import type { Invoice } from '../../shared/billing/schema.ts'
import { formatMoney, sumCents } from '../../shared/lib/money.ts'
import { leftAndExpiry } from '../../shared/packages/words.ts'
import { ask } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { usePrintMoney } from '../ui/ledger-print.ts'
import { Problem } from '../ui/messages.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { Money } from '../ui/words.tsx'
import css from './packages.module.css'
import { Sums } from './sell-lines.tsx'

const keyed = (items: Invoice['items']) => items.map((item, index) => ({ key: String(index), item }))

/** After a sale: what was sold, what is open, what the packages hold, and its receipt; without a payment its invoice. */
export function SellDone({ invoice, onMore, onClose }: { invoice: Invoice; onMore?: () => void; onClose: () => void }) {
  const printing = usePrintMoney()
  const held = useQuery(ask('packages.ofPatient', { patientId: invoice.patientId })).data ?? []
  const [payment] = invoice.payments
  const print = () => (payment ? printing.printReceipt({ paymentId: payment.id }) : printing.printInvoice(invoice.id))
  const words = payment ? 'Print receipt' : 'Print invoice'
  useHotkey({ keys: 'mod+enter', label: words, run: print })
  const footer = (
    <>
      <Button kind="primary" keys="mod+enter" icon="printer" busy={printing.isBusy} onClick={print}>
        {words}
      </Button>
      <Button onClick={onClose}>Done</Button>
      {onMore && (
        <Button kind="text" onClick={onMore}>
          Sell more
        </Button>
      )}
    </>
  )
  return (
    <SidePanel title={`Sold to ${invoice.patientName}`} note={invoice.number} onClose={onClose} width={480} footer={footer} readOnly>
      <Problem error={printing.error} />
      <p role="status">
        {invoice.balance === 0 ? (
          <Status icon="check">{invoice.paid > 0 ? `${formatMoney(invoice.paid)} paid` : 'Nothing to pay'}</Status>
        ) : (
          <Status icon="ring" tone="act">
            {formatMoney(invoice.balance)} open
          </Status>
        )}
      </p>
      <ul className={css.lines}>
        {keyed(invoice.items).map(({ key, item }) => (
          <li key={key}>
            <span className={css.grow}>{item.quantity > 1 ? `${item.quantity} × ${item.name}` : item.name}</span>
            <Money cents={item.amount} />
          </li>
        ))}
      </ul>
      <div>
        <Sums tax={sumCents(invoice.items.map(({ tax }) => tax))} total={invoice.total} />
      </div>
      {held
        .filter(({ invoiceId }) => invoiceId === invoice.id)
        .map(one => (
          <p key={one.id} className={css.second}>
            {one.name}: {leftAndExpiry(one)}
            {one.state === 'unpaid' && `. It can be used once ${invoice.number} is paid in full.`}
          </p>
        ))}
    </SidePanel>
  )
}
