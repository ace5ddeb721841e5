import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { DeskRules, USUAL_DESK_RULES } from '../../shared/practice/desk-rules.ts'
import type { Clinic } from '../../shared/practice/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { type ClinicForm, useClinicForm } from '../lib/forms.ts'
import { Checkbox } from '../ui/checks.tsx'
import { FieldRow } from '../ui/field.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { MoneyField, NumberField } from '../ui/number-field.tsx'
import { ConsentsField } from './consents-field.tsx'
import { NamesField } from './names-field.tsx'
import rules from './rules.module.css'
import { SaveForm, SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'

/** The desk’s rules but for those about time, and one that the clinic’s profile keeps. */
const OwnRules = DeskRules.omit({ hours: true, openHolidays: true, stepMinutes: true }).extend({ noShowUsesVisit: z.boolean() })
type OwnForm = ClinicForm<z.input<typeof OwnRules>, z.output<typeof OwnRules>>

/** What happens when a visit is missed, how much may be owed, what the desk chooses from and asks for. */
export function DeskRulesSection() {
  const kept = useQuery(ask('practice.getDeskRules', {}))
  const clinic = useQuery(ask('practice.getClinic', {}))
  return (
    <SectionFrame title="Front desk rules" note="Usual values to start from; none of them is law. A change counts from now on.">
      <Problem error={kept.error ?? clinic.error} />
      {(kept.isPending || clinic.isPending) && <Waiting />}
      {kept.data && clinic.data && <Rules kept={kept.data} clinic={clinic.data} />}
    </SectionFrame>
  )
}

function Rules({ kept, clinic }: { kept: DeskRules; clinic: Clinic }) {
  const save = useCommand('practice.saveDeskRules')
  const saveClinic = useCommand('practice.saveClinic')
  const { hours, openHolidays, stepMinutes, ...own } = kept
  const form: OwnForm = useClinicForm({ schema: OwnRules, start: { ...own, noShowUsesVisit: clinic.noShowUsesVisit }, keepAs: 'front desk rules' })
  const send = form.submit(async ({ noShowUsesVisit, ...values }) => {
    await save.mutateAsync({ hours, openHolidays, stepMinutes, ...values })
    if (noShowUsesVisit !== clinic.noShowUsesVisit) await saveClinic.mutateAsync({ ...clinic, noShowUsesVisit })
  })
  return (
    <SaveForm isBusy={form.isBusy} isChanged={form.isChanged} isSaved={save.isSuccess} problem={form.problem} onSave={() => void send()}>
      <MissedVisits form={form} />
      <Balances form={form} />
      <Lists form={form} />
      <div className={css.part}>
        <ConsentsField
          {...form.bind('consents')}
          errorAt={(index, part) => form.hook.getFieldState(`consents.${index}.${part}`, form.hook.formState).error?.message}
        />
      </div>
    </SaveForm>
  )
}

function MissedVisits({ form }: { form: OwnForm }) {
  const notice = form.bind('cancelNoticeHours')
  const noShow = form.bind('noShowFee')
  const late = form.bind('lateCancelFee')
  return (
    <div className={css.part}>
      <h3 className={rules.title}>Missed visits</h3>
      <FieldRow template="1fr 1fr 1fr">
        <NumberField
          label="Hours of notice"
          hint="Cancelled by the patient later than this is late. 0: never."
          min={0}
          max={168}
          {...notice}
          onChange={value => notice.onChange(value ?? 0)}
        />
        <MoneyField label="Late cancellation fee" hint="$0.00 for none." {...late} onChange={value => late.onChange(value ?? 0)} />
        <MoneyField label="No-show fee" hint="Never on a superbill." {...noShow} onChange={value => noShow.onChange(value ?? 0)} />
      </FieldRow>
      <Checkbox label="A visit the patient misses without calling uses up one visit of the prescription" {...form.bind('noShowUsesVisit')} />
    </div>
  )
}

function Balances({ form }: { form: OwnForm }) {
  return (
    <div className={css.part}>
      <h3 className={rules.title}>Balances</h3>
      <FieldRow template="1fr 2fr">
        <MoneyField label="Limit for booking" placeholder="No limit" {...form.bind('balanceLimit')} />
        <p className={css.quiet}>Booking somebody who owes more needs a practitioner’s word. Empty: the desk is never asked.</p>
      </FieldRow>
    </div>
  )
}

function Lists({ form }: { form: OwnForm }) {
  return (
    <div className={css.part}>
      <h3 className={rules.title}>What the desk chooses from</h3>
      <NamesField label="Reasons for cancelling" {...form.bind('cancelReasons')} suggestions={USUAL_DESK_RULES.cancelReasons} />
      <NamesField label="How patients found us" {...form.bind('referralSources')} suggestions={USUAL_DESK_RULES.referralSources} />
    </div>
  )
}
