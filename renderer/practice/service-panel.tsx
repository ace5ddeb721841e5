import { useState } from 'react'
import { addDays } from '../../shared/lib/dates.ts'
import { cents } from '../../shared/lib/money.ts'
import { newestFirst } from '../../shared/practice/fees.ts'
import { type Service, ServiceFields } from '../../shared/practice/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Checkbox } from '../ui/checks.tsx'
import { todayHere } from '../ui/clock.ts'
import { cx } from '../ui/cx.ts'
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
      <Checkbox label="Charged by minutes" hint="Otherwise once a day, however long." {...isTimed} />
      {isTimed.value && <NumberField label="Minutes per unit" step={5} min={5} max={60} {...minutes} onChange={value => minutes.onChange(value ?? 0)} />}
      {service && <Fees service={service} />}
      <FieldRow template="1fr 1fr">
        <MoneyField label={service ? 'New fee per unit' : 'Fee per unit'} value={unitFee} onChange={setUnitFee} error={feeProblem} />
        <DateField
          label="Starts on"
          value={effectiveFrom}
          onChange={setEffectiveFrom}
          hint={unitFee !== null ? startWords(service, effectiveFrom) : undefined}
        />
      </FieldRow>
      <Checkbox label="Offered" hint="A service no longer offered stays on old papers." {...form.bind('isActive')} />
    </FormPanel>
  )
}

/** What a new fee does from its day on. */
function startWords(service: Service | null, day: string | null): string {
  if (service?.fees.some(({ effectiveFrom }) => effectiveFrom === day)) return 'Replaces the fee that starts on this day.'
  if (day !== null && day > todayHere()) return 'Visits before that day keep today’s fee.'
  return 'Counts for visits of that day and later that are not charged yet.'
}

/** Every dated fee, newest first: planned, today’s, and those of before. */
function Fees({ service }: { service: Service }) {
  const fees = newestFirst(service.fees)
  const now = fees.find(({ effectiveFrom }) => effectiveFrom <= todayHere())
  return (
    <div>
      <h3>Fees</h3>
      <ul className={css.fees}>
        {fees.map((fee, place) => {
          const next = fees[place - 1]
          return (
            <li key={fee.effectiveFrom} className={cx(fee === now && css.feeNow)}>
              <span>
                From <DateText day={fee.effectiveFrom} />
                {fee === now &&
                  (next ? (
                    <>
                      {' '}
                      · today’s, until <DateText day={addDays(next.effectiveFrom, -1)} />
                    </>
                  ) : (
                    ' · today’s'
                  ))}
                {fee.effectiveFrom > todayHere() && ' · planned'}
              </span>
              <Money cents={cents(fee.unitFee)} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
