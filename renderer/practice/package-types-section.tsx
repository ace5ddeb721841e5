import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PackageType } from '../../shared/packages/schema.ts'
import { amountInWords } from '../../shared/packages/words.ts'
import { ask } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import { Table } from '../ui/table.tsx'
import { Money } from '../ui/words.tsx'
import { PackageTypePanel } from './package-type-panel.tsx'
import { SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'

/** The packages the clinic sells: visits or minutes paid ahead. */
export function PackageTypesSection() {
  const list = useQuery(ask('packages.listTypes', {}))
  const [open, setOpen] = useState<PackageType['id'] | 'new' | null>(null)
  const types = list.data ?? []
  const add = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      Add package
    </Button>
  )
  return (
    <SectionFrame
      title="Packages"
      note="Visits or minutes paid ahead. A change here is for those sold from now on; a superbill shows what each visit truly cost."
      actions={add}
    >
      <Problem error={list.error} />
      {list.data && types.length === 0 && <Empty title="No packages yet">Add one, such as six visits for the price of five.</Empty>}
      {types.length > 0 && (
        <Table
          caption="Packages"
          rows={types}
          keyOf={one => one.id}
          selectedKey={open}
          onOpen={one => setOpen(one.id)}
          height="tall"
          columns={[
            { title: 'Package', cell: one => <TypeName type={one} /> },
            { title: 'Good for', cell: one => (one.monthsValid === null ? 'Never expires' : monthsInWords(one.monthsValid)) },
            { title: 'Price', align: 'right', cell: one => <Money cents={one.price} /> },
          ]}
        />
      )}
      {open && <PackageTypePanel key={open} type={types.find(({ id }) => id === open) ?? null} onClose={() => setOpen(null)} />}
    </SectionFrame>
  )
}

const monthsInWords = (months: number) => `${months} ${months === 1 ? 'month' : 'months'}`

function TypeName({ type }: { type: PackageType }) {
  const parts = [amountInWords(type.amount, type.counts), type.isShared ? 'shared in the household' : '', type.isActive ? '' : 'no longer sold']
  return (
    <>
      <div>{type.name}</div>
      <div className={css.quiet}>{parts.filter(Boolean).join(' · ')}</div>
    </>
  )
}
