import { useState } from 'react'
import { Amount } from '../../shared/lib/money.ts'
import { ServiceFields } from '../../shared/practice/schema.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Checkbox } from '../ui/checks.tsx'
import { MoneyField, NumberField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './set-up.module.css'
import { StepFrame } from './set-up-frame.tsx'

/** One service as it is being typed; `unitFee` in cents. `key` only tells rows apart. */
export type ServiceRow = { key: number; name: string; code: string; isTimed: boolean; minutesPerUnit: number | null; unitFee: number | null }

/** The two services most clinics begin with, under our own names; codes are the clinic's to type. */
export const usualServices: readonly ServiceRow[] = [
  { key: 1, name: 'Massage, 15 min', code: '', isTimed: true, minutesPerUnit: 15, unitFee: null },
  { key: 2, name: 'Manual therapy, 15 min', code: '', isTimed: true, minutesPerUnit: 15, unitFee: null },
]

/** Bare numbers, offered only to who says they hold a license for the codes. */
const usualCodes: Readonly<Record<number, string>> = { 1: '97124', 2: '97140' }

const RowToSend = ServiceFields.extend({ unitFee: Amount })

type Refusals = Readonly<Record<string, string>>

function refusalsOf(rows: readonly ServiceRow[]): Refusals {
  const all: Record<string, string> = {}
  for (const row of rows) {
    const checked = RowToSend.safeParse({
      name: row.name,
      code: row.code,
      isTimed: row.isTimed,
      minutesPerUnit: row.minutesPerUnit ?? undefined,
      modifiers: [],
      isActive: true,
      unitFee: row.unitFee ?? undefined,
    })
    for (const issue of checked.error?.issues ?? [])
      all[`${row.key}.${String(issue.path[0])}`] ??= issue.code === 'invalid_type' ? 'Enter an amount.' : issue.message
  }
  return all
}

type ServicesStepProps = { start: readonly ServiceRow[]; onBack: (rows: readonly ServiceRow[]) => void; onNext: (rows: readonly ServiceRow[]) => void }

/** What the clinic charges for. A row with neither code nor fee is left out for now. */
export function ServicesStep({ start, onBack, onNext }: ServicesStepProps) {
  const [rows, setRows] = useState(start)
  const [hasLicense, setHasLicense] = useState(false)
  const [refusals, setRefusals] = useState<Refusals>({})
  const change = (key: number, part: Partial<ServiceRow>) => setRows(rows.map(row => (row.key === key ? { ...row, ...part } : row)))
  const tick = (ticked: boolean) => {
    setHasLicense(ticked)
    if (ticked) setRows(rows.map(row => ({ ...row, code: row.code || (usualCodes[row.key] ?? '') })))
  }
  const add = () =>
    setRows([...rows, { key: Math.max(0, ...rows.map(row => row.key)) + 1, name: '', code: '', isTimed: true, minutesPerUnit: 15, unitFee: null }])
  const next = () => {
    const kept = rows.filter(row => row.code !== '' || row.unitFee !== null)
    const found = refusalsOf(kept)
    setRefusals(found)
    if (Object.keys(found).length === 0) onNext(kept)
  }
  return (
    <StepFrame
      step={2}
      title="Services and fees"
      note="What you charge for, and the fee of one unit from today on. Leave a row without code and fee to add it later."
      next="Next"
      onBack={() => onBack(rows)}
      onNext={next}
    >
      <Checkbox
        label="I hold a license to use CPT® codes"
        hint="Then the usual numbers are filled in. CPT® is a registered trademark of the American Medical Association; Myodesk ships none of its text."
        value={hasLicense}
        onChange={tick}
      />
      <div className={css.table}>
        {['Service', 'Code', 'Min. per unit', 'Fee per unit', ''].map(head => (
          <span key={head} className={css.head} aria-hidden="true">
            {head}
          </span>
        ))}
        {rows.map(row => (
          <ServiceRowFields
            key={row.key}
            row={row}
            refusals={refusals}
            onChange={part => change(row.key, part)}
            onRemove={() => setRows(rows.filter(one => one.key !== row.key))}
          />
        ))}
      </div>
      <div>
        <Button kind="text" icon="plus" onClick={add}>
          Add a service
        </Button>
      </div>
    </StepFrame>
  )
}

type RowProps = { row: ServiceRow; refusals: Refusals; onChange: (part: Partial<ServiceRow>) => void; onRemove: () => void }

function ServiceRowFields({ row, refusals, onChange, onRemove }: RowProps) {
  const name = row.name || 'New service'
  return (
    <>
      <TextField bare label={`Service ${row.key}`} value={row.name} error={refusals[`${row.key}.name`]} onChange={text => onChange({ name: text })} />
      <TextField
        bare
        label={`Code of ${name}`}
        maxLength={5}
        value={row.code}
        error={refusals[`${row.key}.code`]}
        onChange={code => onChange({ code: code.toUpperCase() })}
      />
      <NumberField
        bare
        label={`Minutes per unit of ${name}`}
        step={5}
        value={row.minutesPerUnit}
        error={refusals[`${row.key}.minutesPerUnit`]}
        onChange={minutes => onChange({ minutesPerUnit: minutes })}
      />
      <MoneyField
        bare
        label={`Fee per unit of ${name}`}
        placeholder="$0.00"
        value={row.unitFee}
        error={refusals[`${row.key}.unitFee`]}
        onChange={fee => onChange({ unitFee: fee })}
      />
      <IconButton icon="close" label={`Remove ${name}`} onClick={onRemove} />
    </>
  )
}
