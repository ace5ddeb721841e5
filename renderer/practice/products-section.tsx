import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { percentInWords } from '../../shared/billing/discount.ts'
import type { Product } from '../../shared/practice/schema.ts'
import { ask } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import { Table } from '../ui/table.tsx'
import { Money } from '../ui/words.tsx'
import { ProductPanel } from './product-panel.tsx'
import { SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'

/** What the clinic sells at the desk beside its services: never on a superbill. */
export function ProductsSection() {
  const list = useQuery(ask('practice.listProducts', {}))
  const rules = useQuery(ask('practice.getBillingRules', {}))
  const [open, setOpen] = useState<Product['id'] | 'new' | null>(null)
  const products = list.data ?? []
  const add = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      Add product
    </Button>
  )
  return (
    <SectionFrame title="Products" note={`Oils, rollers, wraps: sold at the desk, apart from services. ${taxInWords(rules.data?.salesTax)}`} actions={add}>
      <Problem error={list.error} />
      {list.data && products.length === 0 && <Empty title="No products yet">Add what you sell at the desk, with its price.</Empty>}
      {products.length > 0 && (
        <Table
          caption="Products"
          rows={products}
          keyOf={one => one.id}
          selectedKey={open}
          onOpen={one => setOpen(one.id)}
          columns={[
            { title: 'Name', cell: one => one.name },
            { title: 'Sales tax', cell: one => (one.isTaxable ? 'Taxable' : <span className={css.dim}>Not taxable</span>) },
            { title: 'Status', cell: one => (one.isActive ? 'Sold' : <span className={css.dim}>No longer sold</span>) },
            { title: 'Price', align: 'right', cell: one => <Money cents={one.price} /> },
          ]}
        />
      )}
      {open && <ProductPanel key={open} product={products.find(({ id }) => id === open) ?? null} onClose={() => setOpen(null)} />}
    </SectionFrame>
  )
}

function taxInWords(salesTax: number | undefined): string {
  if (salesTax === undefined) return ''
  return salesTax === 0
    ? 'No sales tax is added; set its rate in Billing rules.'
    : `${percentInWords(salesTax)} sales tax is added to taxable ones; set it in Billing rules.`
}
