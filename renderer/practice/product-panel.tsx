import { type Product, ProductFields } from '../../shared/practice/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Checkbox } from '../ui/checks.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { MoneyField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'

const BLANK = { name: '', price: 0, isTaxable: true, isActive: true }

/** One product: its name, its price and whether sales tax is added. */
export function ProductPanel({ product, onClose }: { product: Product | null; onClose: () => void }) {
  const save = useCommand('practice.saveProduct')
  const form = useClinicForm({ schema: ProductFields, start: product ? ProductFields.strip().parse(product) : BLANK, sentAs: 'fields' })
  const send = form.submit(async fields => {
    await save.mutateAsync({ id: product?.id ?? null, fields })
    onClose()
  })
  const price = form.bind('price')
  return (
    <FormPanel
      title={product ? product.name : 'New product'}
      save="Save product"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
    >
      <TextField label="Name" maxLength={60} hint="As it stands on the receipt." {...form.bind('name')} />
      <MoneyField label="Price" {...price} hint="Before sales tax. What was sold already keeps its price." onChange={value => price.onChange(value ?? 0)} />
      <Checkbox label="Taxable" hint="Sales tax is added at the clinic’s rate. Services and packages never bear it." {...form.bind('isTaxable')} />
      <Checkbox label="Sold" hint="A product no longer sold stays on old papers." {...form.bind('isActive')} />
    </FormPanel>
  )
}
