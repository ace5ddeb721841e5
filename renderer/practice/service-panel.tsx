import { useState } from 'react'
import { cents } from '../../shared/lib/money.ts'
import { type Service, ServiceFields } from '../../shared/practice/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Checkbox } from '../ui/checks.tsx'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldRow } from '../ui/field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { MoneyField, NumberField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { DateText, Money } from '../ui/words.tsx'
import { ModifiersField } from './modifiers-field.tsx'
import css from './settings.module.css'

const blank = { name: '', code: '', isTimed: true, minutesPerUnit: 15, modifiers: [], isActive: true }

/** One service: its name, code and rules, its dated fees, and a new fee. */
export function ServicePanel({ service, onClose }: { service: Service | null; onClose: () => void }) {
  const save = useCommand('practice.saveService')
  const [unitFee, setUnitFee] = useState<number | null>(null)
  const [effectiveFrom, setEffectiveFrom] = useState<string | null>(todayHere())
  const [feeProblem, setFeeProblem] = useState<string>()
  const form = useClinicForm({ schema: ServiceFields, start: service ? ServiceFields.strip().parse(service) : blank, sentAs: 'fields' })
  const send = form.submit(async fields => {
    await save.mutateAsync({ id: service?.id ?? null, fields, fee: unitFee === null || effectiveFrom === null ? null : { effectiveFrom, unitFee } })
    onClose()
  })
  const check = () => {
    const isMissing = unitFee === null ? service === null : effectiveFrom === null
    setFeeProblem(isMissing ? 'A new service needs a fee and the day it starts.' : undefined)
    if (!isMissing) void send()
  }
  const code = form.bind('code')
  const minutes = form.bind('minutesPerUnit')
  const isTimed = form.bind('isTimed')
  return (
    <FormPanel title={service ? service.name : 'New service'} save="Save service" busy={form.isBusy} problem={form.problem} onSave={check} onClose={onClose}>
      <TextField label="Name" hint="Your own plain words, as they stand on a superbill." {...form.bind('name')} />
      <FieldRow template="1fr 1fr">
        <TextField label="Code" maxLength={5} {...code} onChange={text => code.onChange(text.toUpperCase())} />
        <ModifiersField {...form.bind('modifiers')} />
      </FieldRow>
      <Checkbox label="Charged by minutes" hint="Otherwise once a visit, however long." {...isTimed} />
      {isTimed.value && <NumberField label="Minutes per unit" step={5} min={5} max={60} {...minutes} onChange={value => minutes.onChange(value ?? 0)} />}
      <FieldRow template="1fr 1fr">
        <MoneyField label={service ? 'New fee per unit' : 'Fee per unit'} value={unitFee} onChange={setUnitFee} error={feeProblem} />
        <DateField label="Starts on" value={effectiveFrom} onChange={setEffectiveFrom} />
      </FieldRow>
      {service && <Fees service={service} />}
      <Checkbox label="Offered" hint="A service no longer offered stays on old papers." {...form.bind('isActive')} />
    </FormPanel>
  )
}

function Fees({ service }: { service: Service }) {
  return (
    <div>
      <h3>Fees so far</h3>
      <ul className={css.fees}>
        {service.fees.map(fee => (
          <li key={fee.effectiveFrom}>
            <span>
              From <DateText day={fee.effectiveFrom} />
            </span>
            <Money cents={cents(fee.unitFee)} />
          </li>
        ))}
      </ul>
    </div>
  )
}
