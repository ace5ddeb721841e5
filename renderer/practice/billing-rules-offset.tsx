import type { BillingRules } from '../../shared/practice/billing-rules.ts'
import { useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { FieldRow } from '../ui/field.tsx'
import { Problem } from '../ui/messages.tsx'
import { NumberField } from '../ui/number-field.tsx'
import type { BillingRulesForm } from './billing-rules-section.tsx'
import rules from './rules.module.css'
import css from './settings.module.css'

type Side = keyof BillingRules['claimFormOffset']

/** Millimetres with one decimal, kept in tenths. */
function Offset({ form, side, label, hint }: { form: BillingRulesForm; side: Side; label: string; hint: string }) {
  const { value, onChange, ...bound } = form.bind(`claimFormOffset.${side}`)
  return (
    <NumberField
      label={label}
      decimals={1}
      step={0.5}
      min={-25}
      max={25}
      {...bound}
      value={value / 10}
      onChange={mm => onChange(Math.round((mm ?? 0) * 10))}
      hint={hint}
    />
  )
}

/** Where the claim form prints on ready-made forms, with the page that shows how far off it is. The page prints with what is saved. */
export function ClaimFormOffset({ form, saved }: { form: BillingRulesForm; saved: BillingRules['claimFormOffset'] }) {
  const print = useCommand('documents.openCalibrationPage')
  const { right, down } = form.hook.getValues('claimFormOffset')
  const isSaved = right === saved.right && down === saved.down
  return (
    <div className={css.part}>
      <h3 className={rules.title}>Claim form on ready-made forms</h3>
      <p className={css.quiet}>Print the calibration page on plain paper, hold it against a form, and enter by how much everything must move.</p>
      <FieldRow template="1fr 1fr 1fr">
        <Offset form={form} side="right" label="Move right, mm" hint="Below 0: to the left." />
        <Offset form={form} side="down" label="Move down, mm" hint="Below 0: up." />
        <span />
      </FieldRow>
      <div className={css.row}>
        <Button icon="printer" busy={print.isPending} disabled={!isSaved} onClick={() => print.mutate({})}>
          Print calibration page
        </Button>
        {!isSaved && <span className={css.quiet}>Save the new offset first; the page prints with what is saved.</span>}
        {print.isSuccess && isSaved && <span className={css.quiet}>Opened in the system’s viewer. Print it there at 100 %.</span>}
      </div>
      <Problem error={print.error} />
    </div>
  )
}
