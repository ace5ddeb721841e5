import type { InvoiceLine } from '../../shared/billing/schema.ts'
import { Table } from '../ui/table.tsx'
import { Money } from '../ui/words.tsx'
import css from './billing.module.css'

const pointerWords = ({ pointers }: InvoiceLine) =>
  pointers.length === 0 ? 'no diagnosis' : `${pointers.length > 1 ? 'diagnoses' : 'diagnosis'} ${pointers.join(', ')}`

function ServiceCell({ line }: { line: InvoiceLine }) {
  return (
    <>
      <div>
        {line.name}
        {line.modifiers.length > 0 && <span className={css.quiet}> · {line.modifiers.join(', ')}</span>}
      </div>
      <div className={css.second}>{[line.regionWords, pointerWords(line)].filter(Boolean).join(' · ')}</div>
    </>
  )
}

/** What is charged: each service of the visit with its minutes, units, unit fee and charge. */
export function Charges({ lines }: { lines: readonly InvoiceLine[] }) {
  return (
    <Table
      caption="Charges"
      rows={lines}
      keyOf={line => `${line.serviceId} ${line.code}`}
      height="tall"
      columns={[
        { title: 'Code', width: '60px', cell: line => line.code },
        { title: 'Service', cell: line => <ServiceCell line={line} /> },
        { title: 'Minutes', align: 'right', width: '64px', cell: line => line.minutes || '' },
        { title: 'Units', align: 'right', width: '56px', cell: line => <b>{line.units}</b> },
        { title: 'Fee', align: 'right', width: '84px', cell: line => <Money cents={line.unitFee} /> },
        { title: 'Charge', align: 'right', width: '84px', cell: line => <Money cents={line.charge} /> },
      ]}
    />
  )
}

/** The sentence that explains the units; its first part, up to the rule, stands out. */
export function UnitsSentence({ sentence }: { sentence: string }) {
  const [, lead, rest] = /^(.+? units?)\b(.*)$/s.exec(sentence) ?? [undefined, '', sentence]
  return (
    <p className={css.explanation}>
      {lead && <b>{lead}</b>}
      {rest}
    </p>
  )
}
