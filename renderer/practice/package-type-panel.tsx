import { type Cents, cents, formatMoney } from '../../shared/lib/money.ts'
import { type PackageType, PackageTypeFields } from '../../shared/packages/schema.ts'
import { shareOfUse } from '../../shared/packages/shares.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Checkbox } from '../ui/checks.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { MoneyField, NumberField } from '../ui/number-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './settings.module.css'

const BLANK = { name: '', counts: 'visits' as const, amount: 6, price: 0, monthsValid: 12, isShared: false, isActive: true }
const COUNTS = [
  { value: 'visits', label: 'Visits' },
  { value: 'minutes', label: 'Minutes' },
] as const

/** One package to sell: how much it holds, its price, how long it is good for, and who may use it. */
export function PackageTypePanel({ type, onClose }: { type: PackageType | null; onClose: () => void }) {
  const save = useCommand('packages.saveType')
  const start = type ? (({ id: _id, ...fields }: PackageType) => fields)(type) : BLANK
  const form = useClinicForm({ schema: PackageTypeFields, start, sentAs: 'fields' })
  const send = form.submit(async fields => {
    await save.mutateAsync({ id: type?.id ?? null, fields })
    onClose()
  })
  const counts = form.bind('counts')
  const amount = form.bind('amount')
  const price = form.bind('price')
  return (
    <FormPanel
      title={type ? type.name : 'New package'}
      save="Save package"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
    >
      <TextField label="Name" maxLength={60} placeholder="Six visits" hint="As it stands on the receipt." {...form.bind('name')} />
      <Segmented label="It counts" withLabel withCheck value={counts.value} choices={COUNTS} onChange={counts.onChange} />
      <FieldRow template="1fr 1fr">
        <NumberField label={counts.value === 'visits' ? 'Visits' : 'Minutes'} min={1} {...amount} onChange={value => amount.onChange(value ?? 0)} />
        <MoneyField label="Price" {...price} onChange={value => price.onChange(value ?? 0)} />
      </FieldRow>
      {counts.value === 'visits' && amount.value > 1 && price.value > 0 && <p className={css.quiet}>{sharesInWords(cents(price.value), amount.value)}</p>}
      <NumberField label="Months it is good for" required={false} min={1} max={120} hint="Empty: it never expires." {...form.bind('monthsValid')} />
      <Checkbox label="Shared in the household" hint="Everyone of the buyer’s household may use it." {...form.bind('isShared')} />
      <Checkbox label="Sold" hint="Those sold already stay as they are." {...form.bind('isActive')} />
    </FormPanel>
  )
}

/** What each visit is worth on papers: “$66.66 a visit, $66.70 the last”. */
function sharesInWords(price: Cents, amount: number): string {
  const fresh = { amount, price, carriedAmount: 0, carriedValue: 0, usedAmount: 0, usedShare: 0, usedValue: 0 }
  const each = shareOfUse(fresh, 1)
  const last = cents(price - each * (amount - 1))
  return last === each ? `${formatMoney(each)} a visit.` : `${formatMoney(each)} a visit, ${formatMoney(last)} the last one.`
}
