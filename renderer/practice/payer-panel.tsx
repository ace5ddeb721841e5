import { PLACES_OF_SERVICE } from '../../shared/billing/places-of-service.ts'
import { MustCarry, type Payer, PayerFields, type UnitRule } from '../../shared/practice/schema.ts'
import { USUAL_PAYER, usualSameDay } from '../../shared/practice/usual-payer.ts'
import { useCommand } from '../lib/api.ts'
import { type Bound, useClinicForm } from '../lib/forms.ts'
import { Checkbox } from '../ui/checks.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { type Choice, SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ModifiersField } from './modifiers-field.tsx'
import css from './settings.module.css'

/** Kinds of payers in words. */
export const PAYER_KINDS: readonly Choice<Payer['kind']>[] = [
  { value: 'commercial', label: 'Health insurance' },
  { value: 'auto', label: 'Auto insurance' },
  { value: 'work', label: 'Workers’ compensation' },
  { value: 'self-pay', label: 'Self-pay' },
  { value: 'other', label: 'Other' },
]

/** Unit rules in words. */
export const UNIT_RULES: readonly Choice<UnitRule>[] = [
  { value: 'cms', label: '8-minute rule, minutes added up' },
  { value: 'midpoint', label: '8 minutes of each service' },
  { value: 'full', label: 'Full 15 minutes only' },
]

const SAME_DAY: readonly Choice<Payer['sameDayModifier']>[] = [
  { value: 'none', label: 'Do not ask' },
  { value: 'XS', label: 'Ask; XS on massage if apart' },
  { value: '59', label: 'Ask; 59 on massage if apart' },
]

const PLACES: readonly Choice<string>[] = [
  { value: '', label: 'As the clinic’s profile says' },
  ...[...PLACES_OF_SERVICE].map(([value, words]) => ({ value, label: `${value}, ${words}` })),
]

const CARRIES: Readonly<Record<MustCarry, string>> = {
  license: 'License number and state',
  taxonomy: 'Taxonomy code',
  'group-number': 'Group number',
  authorization: 'Authorization number',
  'referrer-npi': 'Referring provider with NPI',
  'organisation-npi': 'Clinic’s own NPI',
  signature: 'Therapist’s signature on file',
}

const { maxUnitsPerDay, sameDayModifier, placeOfService, mustCarry } = PayerFields.shape
/** A payer with every field filled in, as the form holds it. */
const PayerForm = PayerFields.extend({
  maxUnitsPerDay: maxUnitsPerDay.unwrap(),
  sameDayModifier: sameDayModifier.unwrap(),
  placeOfService: placeOfService.unwrap(),
  mustCarry: mustCarry.unwrap(),
})

/** One payer: how it counts units, what it limits, what it adds to a line, and what it wants on a superbill. None of the usual values is law. */
export function PayerPanel({ payer, onClose }: { payer: Payer | null; onClose: () => void }) {
  const save = useCommand('practice.savePayer')
  const start = payer ? PayerForm.strip().parse(payer) : { ...USUAL_PAYER, name: '', kind: 'commercial' as const, sameDayModifier: usualSameDay('commercial') }
  const form = useClinicForm({ schema: PayerForm, start, sentAs: 'fields', keepAs: `payer ${payer?.id ?? 'new'}` })
  const send = form.submit(async fields => {
    await save.mutateAsync({ id: payer?.id ?? null, fields })
    onClose()
  })
  const kind = form.bind('kind')
  const sameDay = form.bind('sameDayModifier')
  const chooseKind = (next: Payer['kind']) => {
    if (payer === null && sameDay.value === usualSameDay(kind.value)) sameDay.onChange(usualSameDay(next))
    kind.onChange(next)
  }
  return (
    <FormPanel
      title={payer ? payer.name : 'New payer'}
      note="Usual values to start from, none of them law. Ask the payer. Visits already charged stay as they were."
      save="Save payer"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
      width={480}
    >
      <TextField label="Name" {...form.bind('name')} />
      <SelectField label="Kind" choices={PAYER_KINDS} {...kind} onChange={chooseKind} />
      <SelectField
        label="How units are counted"
        choices={UNIT_RULES}
        hint="Usual: the 8-minute rule (CMS Pub. 100-04, ch. 5, §20.2)."
        {...form.bind('unitRule')}
      />
      <FieldRow template="1fr 1fr">
        <NumberField label="Most units in a visit" required={false} min={1} max={32} hint="Usual: no limit." {...form.bind('maxUnitsPerVisit')} />
        <NumberField label="Most units in a day" required={false} min={1} max={96} hint="Usual: no limit." {...form.bind('maxUnitsPerDay')} />
      </FieldRow>
      <ModifiersField
        label="Modifiers on every line"
        placeholder="GP"
        hint="Usual: none. Some payers want GP for work under a therapy plan of care."
        {...form.bind('autoModifiers')}
      />
      <SelectField
        label="Massage and manual therapy on one day"
        choices={SAME_DAY}
        hint="97124 with 97140, a pair of the CMS NCCI edits that a modifier may part. Usual: ask for health insurance, not for auto and work."
        {...sameDay}
      />
      <SelectField label="Place of service" choices={PLACES} hint="Usual: 11, office (CMS place of service codes)." {...form.bind('placeOfService')} />
      <Checkbox label="Wants a prescription" hint="Superbills without one are marked before printing." {...form.bind('requiresPrescription')} />
      <CarriesField {...form.bind('mustCarry')} />
    </FormPanel>
  )
}

/** What the payer wants on a superbill beyond what every superbill has. */
function CarriesField({ value, onChange }: Bound<MustCarry[]>) {
  const toggle = (what: MustCarry, isOn: boolean) => onChange(MustCarry.options.filter(each => (each === what ? isOn : value.includes(each))))
  return (
    <fieldset className={css.checks}>
      <legend>Must be on its superbills</legend>
      <p className={css.quiet}>What is missing is asked for before printing.</p>
      {MustCarry.options.map(what => (
        <Checkbox key={what} label={CARRIES[what]} name={`carries ${what}`} value={value.includes(what)} onChange={isOn => toggle(what, isOn)} />
      ))}
    </fieldset>
  )
}
