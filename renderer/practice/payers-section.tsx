import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Payer } from '../../shared/practice/schema.ts'
import { ask } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import type { Choice } from '../ui/select-field.tsx'
import { Table } from '../ui/table.tsx'
import { PAYER_KINDS, PayerPanel, UNIT_RULES } from './payer-panel.tsx'
import { SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'

const labelOf = <V extends string>(choices: readonly Choice<V>[], value: V) => choices.find(choice => choice.value === value)?.label ?? value

/** Insurers, and how each counts units. */
export function PayersSection() {
  const list = useQuery(ask('practice.listPayers', {}))
  const [open, setOpen] = useState<Payer | 'new' | null>(null)
  const add = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      Add payer
    </Button>
  )
  return (
    <SectionFrame title="Payers" note="Who reimburses patients, what each wants on a superbill, and how each counts units." actions={add}>
      <Problem error={list.error} />
      {list.data?.length === 0 && <Empty title="No payers yet">Add the insurers your patients send superbills to.</Empty>}
      {list.data && list.data.length > 0 && (
        <Table
          caption="Payers"
          rows={list.data}
          keyOf={payer => payer.id}
          selectedKey={open === 'new' ? null : (open?.id ?? null)}
          onOpen={setOpen}
          height="tall"
          columns={[
            { title: 'Name', cell: payer => <PayerName payer={payer} /> },
            { title: 'Kind', width: '160px', cell: payer => labelOf(PAYER_KINDS, payer.kind) },
            { title: 'Units', width: '224px', cell: payer => labelOf(UNIT_RULES, payer.unitRule) },
            { title: 'Prescription', width: '96px', cell: payer => (payer.requiresPrescription ? 'Required' : 'Not needed') },
          ]}
        />
      )}
      {open && <PayerPanel key={open === 'new' ? 'new' : open.id} payer={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </SectionFrame>
  )
}

/** What a payer adds and limits, in a few words; empty for the usual. */
function wishes({ autoModifiers, maxUnitsPerVisit, maxUnitsPerDay, sameDayModifier, placeOfService, mustCarry }: Payer): string {
  return [
    autoModifiers.length > 0 && `${autoModifiers.join(' ')} on every line`,
    maxUnitsPerVisit !== null && `at most ${maxUnitsPerVisit} units a visit`,
    maxUnitsPerDay !== null && `at most ${maxUnitsPerDay} a day`,
    sameDayModifier !== 'none' && `${sameDayModifier} if massage and manual therapy are apart`,
    placeOfService !== '' && `place ${placeOfService}`,
    mustCarry.length > 0 && `${mustCarry.length} more ${mustCarry.length === 1 ? 'thing' : 'things'} on superbills`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function PayerName({ payer }: { payer: Payer }) {
  const words = wishes(payer)
  return (
    <>
      <div>{payer.name}</div>
      {words && <div className={css.quiet}>{words}</div>}
    </>
  )
}
