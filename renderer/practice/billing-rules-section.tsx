import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { BillingRules, USUAL_BILLING_RULES } from '../../shared/practice/billing-rules.ts'
import { ask, useCommand } from '../lib/api.ts'
import { type ClinicForm, useClinicForm } from '../lib/forms.ts'
import { AddressFields } from '../ui/address-fields.tsx'
import { Button } from '../ui/button.tsx'
import { FieldRow } from '../ui/field.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { MoneyField, NumberField } from '../ui/number-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { ClaimFormOffset } from './billing-rules-offset.tsx'
import rules from './rules.module.css'
import { SaveForm, SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'
import { SuperbillFields } from './superbill-fields.tsx'

/** The clinic’s billing rules being edited. */
export type BillingRulesForm = ClinicForm<z.input<typeof BillingRules>, z.output<typeof BillingRules>>

/** Discounts and tax, the drawer, what superbills leave out, words on statements, numbers on estimates, and where the claim form prints. */
export function BillingRulesSection() {
  const kept = useQuery(ask('practice.getBillingRules', {}))
  return (
    <SectionFrame
      title="Billing rules"
      note="Usual values to start from; none of them is law. A change counts from now on, and what was charged or printed stays as it was."
    >
      <Problem error={kept.error} />
      {kept.isPending && <Waiting />}
      {kept.data && <Rules kept={kept.data} />}
    </SectionFrame>
  )
}

function Rules({ kept }: { kept: BillingRules }) {
  const save = useCommand('practice.saveBillingRules')
  const form: BillingRulesForm = useClinicForm({ schema: BillingRules, start: kept, keepAs: 'billing rules' })
  const send = form.submit(values => save.mutateAsync(values))
  return (
    <SaveForm isBusy={form.isBusy} isChanged={form.isChanged} isSaved={save.isSuccess} problem={form.problem} onSave={() => void send()}>
      <Desk form={form} />
      <Superbills form={form} />
      <Reminders form={form} />
      <Estimates form={form} />
      <ClaimFormOffset form={form} saved={kept.claimFormOffset} />
      <p>
        <Button kind="text" size="small" onClick={() => form.hook.reset(USUAL_BILLING_RULES, { keepDefaultValues: true })}>
          Put all back to the usual values
        </Button>
      </p>
    </SaveForm>
  )
}

/** A percentage, kept in thousandths. */
function PercentField({ form, path, label, hint }: { form: BillingRulesForm; path: 'selfPayDiscount' | 'salesTax'; label: string; hint: string }) {
  const { value, onChange, ...bound } = form.bind(path)
  return (
    <NumberField
      label={label}
      decimals={3}
      min={0}
      max={100}
      {...bound}
      value={value / 1000}
      onChange={percent => onChange(Math.round((percent ?? 0) * 1000))}
      hint={hint}
    />
  )
}

function Desk({ form }: { form: BillingRulesForm }) {
  const float = form.bind('drawerFloat')
  return (
    <div className={css.part}>
      <h3 className={rules.title}>At the desk</h3>
      <FieldRow template="1fr 1fr 1fr">
        <PercentField
          form={form}
          path="selfPayDiscount"
          label="Self-pay discount, %"
          hint="Offered at check-out to patients who pay themselves. The fee stays the same for all. 0: none."
        />
        <PercentField form={form} path="salesTax" label="Sales tax, %" hint="On taxable products only; never on visits or superbills. 0: none." />
        <MoneyField
          label="Drawer in the morning"
          hint="Cash left for change; the day close counts from it."
          {...float}
          onChange={value => float.onChange(value ?? 0)}
        />
      </FieldRow>
    </div>
  )
}

function Superbills({ form }: { form: BillingRulesForm }) {
  const hides = form.bind('superbillHides')
  return (
    <div className={css.part}>
      <h3 className={rules.title}>Superbills</h3>
      <SuperbillFields hides={hides.value} onChange={hides.onChange} />
      <TextField
        label="How saved superbills are named"
        hint="Filled in: {number} {last name} {first name} {from} {to} {chart}"
        maxLength={120}
        {...form.bind('superbillFileName')}
      />
      <p className={css.quiet}>Billing address, where insurers should write to another one than the clinic’s:</p>
      <AddressFields bind={part => form.bind(`billingAddress.${part}`)} />
    </div>
  )
}

const AGES = [
  ['current', '30 days or less'],
  ['days31', '31 to 60 days'],
  ['days61', '61 to 90 days'],
  ['days91', 'More than 90 days'],
] as const

function Reminders({ form }: { form: BillingRulesForm }) {
  return (
    <div className={css.part}>
      <h3 className={rules.title}>Words on statements, by the age of the oldest open invoice</h3>
      {AGES.map(([age, label]) => (
        <TextArea key={age} label={label} rows={2} {...form.bind(`dunning.${age}`)} />
      ))}
    </div>
  )
}

function Estimates({ form }: { form: BillingRulesForm }) {
  const from = form.bind('estimate.disputeFrom')
  const days = form.bind('estimate.disputeDays')
  const fee = form.bind('estimate.disputeFee')
  return (
    <div className={css.part}>
      <h3 className={rules.title}>Good faith estimates: the right to dispute a bill</h3>
      <p className={css.quiet}>Usual: from $400.00 over, within 120 days, for $25.00 (45 CFR 149.610 and 149.620, as we read them).</p>
      <FieldRow template="1fr 1fr 1fr">
        <MoneyField label="Billed over the estimate by" {...from} onChange={value => from.onChange(value ?? USUAL_BILLING_RULES.estimate.disputeFrom)} />
        <NumberField
          label="Days to dispute"
          min={1}
          max={3650}
          {...days}
          onChange={value => days.onChange(value ?? USUAL_BILLING_RULES.estimate.disputeDays)}
        />
        <MoneyField label="Fee to dispute" {...fee} onChange={value => fee.onChange(value ?? USUAL_BILLING_RULES.estimate.disputeFee)} />
      </FieldRow>
      <FieldRow template="1fr 1fr">
        <TextField label="Phone for questions" required={false} {...form.bind('estimate.phone')} />
        <TextField label="Website for questions" required={false} {...form.bind('estimate.website')} />
      </FieldRow>
      <TextArea label="Scheduled and billed by others" rows={2} {...form.bind('estimate.otherItems')} />
    </div>
  )
}
