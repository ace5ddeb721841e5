import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OnSale } from '../../shared/billing/sale.ts'
import type { Invoice, SaleItem } from '../../shared/billing/schema.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { cents, formatMoney } from '../../shared/lib/money.ts'
import type { PackageType } from '../../shared/packages/schema.ts'
import { amountInWords } from '../../shared/packages/words.ts'
import type { Product } from '../../shared/practice/schema.ts'
import { ask, queryClient, useCommand } from '../lib/api.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { TextLink } from '../lib/links.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { OverWork } from '../ui/over-work.tsx'
import { type Found, SearchSelect } from '../ui/select-field.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { dateInWords } from '../ui/words.tsx'
import css from './packages.module.css'
import { priced, type SaleLine, withAdded } from './sale-lines.ts'
import { PAID_BY_CARD, type PaymentEntered, paymentOf, SalePayment } from './sale-payment.tsx'
import { SellDone } from './sell-done.tsx'
import { SellLines } from './sell-lines.tsx'

type Shop = Pick<OnSale, 'salesTax'> & { readonly products: readonly Product[]; readonly packageTypes: readonly PackageType[] }

/** What is sold now, and the sales tax; undefined until it is known. */
function useShop(): Shop | undefined {
  const products = useQuery(ask('practice.listProducts', {})).data
  const packageTypes = useQuery(ask('packages.listTypes', {})).data
  const salesTax = useQuery(ask('practice.getBillingRules', {})).data?.salesTax
  return products && packageTypes && salesTax !== undefined ? { products, packageTypes, salesTax } : undefined
}

const findPatients = async (text: string) => {
  const found = await queryClient.fetchQuery(ask('patients.search', { text, scope: 'active', limit: 8 }))
  return found.rows.map(row => ({ key: row.id, label: row.name, detail: `${dateInWords(row.bornOn)} · ${row.phone || row.chartNumber}`, item: row }))
}

type SellPanelProps = { patientId: PatientId | null; onChoose: (patientId: PatientId) => void; onClose: () => void }

/** Sells products and packages to a patient: who first, then what, then how it is paid. */
export function SellPanel({ patientId, onChoose, onClose }: SellPanelProps) {
  return (
    <OverWork>
      {patientId === null ? (
        <SidePanel title="Sell" note="Products and packages at the desk" onClose={onClose} width={480}>
          <SearchSelect label="Patient" chosen="" placeholder="Name, phone or birth date" search={findPatients} onChoose={({ id }) => onChoose(id)} />
        </SidePanel>
      ) : (
        <SellToPatient key={patientId} patientId={patientId} onClose={onClose} />
      )}
    </OverWork>
  )
}

function SellToPatient({ patientId, onClose }: { patientId: PatientId; onClose: () => void }) {
  const shop = useShop()
  const header = useQuery(ask('patients.getHeader', { patientId }))
  if (header.error) {
    return (
      <SidePanel title="Sell" onClose={onClose} width={480}>
        <Problem error={header.error} />
      </SidePanel>
    )
  }
  return shop && header.data ? <SellTo shop={shop} patientId={patientId} name={header.data.name} onClose={onClose} /> : <Waiting />
}

function offered({ products, packageTypes }: Shop): Found<SaleItem>[] {
  return [
    ...packageTypes
      .filter(({ isActive }) => isActive)
      .map(({ id, name, counts, amount, price }) => ({
        key: id,
        label: name,
        detail: `${amountInWords(amount, counts)} · ${formatMoney(price)}`,
        item: { kind: 'package' as const, packageTypeId: id },
      })),
    ...products
      .filter(({ isActive }) => isActive)
      .map(({ id, name, price }) => ({ key: id, label: name, detail: formatMoney(price), item: { kind: 'product' as const, productId: id, quantity: 1 } })),
  ]
}

type Draft = { lines: SaleLine[]; payment: PaymentEntered }
const BLANK: Draft = { lines: [], payment: PAID_BY_CARD }

function SellTo({ shop, patientId, name, onClose }: { shop: Shop; patientId: PatientId; name: string; onClose: () => void }) {
  const sell = useCommand('billing.sell')
  const draft = useKeptDraft<Draft>(BLANK, `sale to ${patientId}`)
  const [sold, setSold] = useState<Invoice | null>(null)
  const [isAsked, setAsked] = useState(false)
  const { lines, payment } = draft.values
  const { sale, refusal } = priced(lines, shop)
  const total = sale?.total ?? cents(0)
  const taken = paymentOf(payment, total)
  const all = offered(shop)
  const save = () => {
    setAsked(true)
    if (lines.length === 0 || !sale || (taken && taken.amount > total)) return
    draft.markSending(true)
    sell.mutate(
      { patientId, items: lines.map(({ item }) => item), payment: taken },
      {
        onSuccess: invoice => {
          draft.markSaved()
          draft.restart(BLANK)
          setSold(invoice)
        },
        onSettled: () => draft.markSending(false),
      },
    )
  }
  if (sold) return <SellDone invoice={sold} onMore={() => setSold(null)} onClose={onClose} />
  if (all.length === 0) return <NothingToSell onClose={onClose} />
  const isEmpty = lines.length === 0
  const problem = refusal ? { message: refusal } : isAsked && isEmpty ? { message: 'Add what is sold.' } : sell.error
  return (
    <FormPanel
      title={`Sell to ${name}`}
      save={taken ? `Sell, take ${formatMoney(taken.amount)}` : 'Sell'}
      busy={sell.isPending}
      problem={problem}
      onSave={save}
      onClose={onClose}
      width={480}
    >
      <KeptNote form={draft} />
      <Holds patientId={patientId} />
      <SearchSelect
        label="Add"
        holdsEnter
        chosen=""
        placeholder="Product or package"
        search={async typed => all.filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase()))}
        onChoose={item => draft.change({ lines: withAdded(lines, item) })}
      />
      {sale && !isEmpty && <SellLines lines={lines} sale={sale} onChange={changed => draft.change({ lines: changed })} />}
      {sale && !isEmpty && (
        <SalePayment total={total} entered={payment} onChange={entered => draft.change({ payment: entered })} refused={sell.error?.fields} />
      )}
    </FormPanel>
  )
}

/** What the patient has already, so that an upgrade is not forgotten. */
function Holds({ patientId }: { patientId: PatientId }) {
  const held = useQuery(ask('packages.ofPatient', { patientId })).data ?? []
  const usable = held.filter(({ state }) => state === 'usable' || state === 'unpaid')
  if (usable.length === 0) return null
  return (
    <p className={css.second}>Has {usable.map(one => `${one.name} (${one.leftWords}${one.state === 'unpaid' ? ', not paid in full' : ''})`).join(' and ')}.</p>
  )
}

function NothingToSell({ onClose }: { onClose: () => void }) {
  return (
    <SidePanel title="Sell" onClose={onClose} width={480}>
      <Empty title="Nothing to sell yet" icon="receipt">
        Add what you sell in{' '}
        <TextLink to="/settings/$section" params={{ section: 'products' }}>
          Settings, Products
        </TextLink>{' '}
        or{' '}
        <TextLink to="/settings/$section" params={{ section: 'packages' }}>
          Packages
        </TextLink>
        .
      </Empty>
    </SidePanel>
  )
}
