import { useQuery } from '@tanstack/react-query'
import { formatScore, MEASURES } from '../../shared/outcomes/measures.ts'
import { ClinicalRules, USUAL_RULES } from '../../shared/practice/clinical-rules.ts'
import { ask, useCommand } from '../lib/api.ts'
import { type ClinicForm, useClinicForm } from '../lib/forms.ts'
import { Button } from '../ui/button.tsx'
import { FieldRow } from '../ui/field.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { NumberField } from '../ui/number-field.tsx'
import rules from './rules.module.css'
import { SaveForm, SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'

type RulesForm = ClinicForm<ClinicalRules, ClinicalRules>

/** The clinic’s own limits: when no massage is given, when a letter is due, which change matters. */
export function RulesSection() {
  const kept = useQuery(ask('practice.getRules', {}))
  return (
    <SectionFrame
      title="Clinical rules"
      note="Usual values to start from; none of them is law. A change counts from now on, and notes already signed stay as they were judged."
    >
      <Problem error={kept.error} />
      {kept.isPending && <Waiting />}
      {kept.data && <Rules kept={kept.data} />}
    </SectionFrame>
  )
}

function Rules({ kept }: { kept: ClinicalRules }) {
  const save = useCommand('practice.saveRules')
  const form: RulesForm = useClinicForm({ schema: ClinicalRules, start: kept, keepAs: 'clinical rules' })
  const send = form.submit(values => save.mutateAsync(values))
  return (
    <SaveForm isBusy={form.isBusy} isChanged={form.isChanged} isSaved={save.isSuccess} problem={form.problem} onSave={() => void send()}>
      <ScreeningRules form={form} />
      <LetterRules form={form} />
      <ChangeRules form={form} />
      <p>
        <Button kind="text" size="small" onClick={() => form.hook.reset(USUAL_RULES, { keepDefaultValues: true })}>
          Put all back to the usual values
        </Button>
      </p>
    </SaveForm>
  )
}

type NumberPath = Exclude<keyof ClinicalRules, 'mattersFrom' | 'reEvaluateEveryVisits'>

function Limit({ form, path, label, decimals = 0, unit = '' }: { form: RulesForm; path: NumberPath; label: string; decimals?: number; unit?: string }) {
  const { onChange, ...bound } = form.bind(path)
  return (
    <NumberField
      label={label}
      decimals={decimals}
      step={decimals === 0 ? 1 : 0.1}
      {...bound}
      onChange={value => onChange(value ?? USUAL_RULES[path])}
      hint={`Usual: ${USUAL_RULES[path]}${unit}`}
    />
  )
}

function ScreeningRules({ form }: { form: RulesForm }) {
  return (
    <div className={css.part}>
      <h3 className={rules.title}>Screening: from these readings on, no massage today</h3>
      <FieldRow template="1fr 1fr 1fr">
        <Limit form={form} path="systolicLimit" label="Upper blood pressure" unit=" mmHg" />
        <Limit form={form} path="diastolicLimit" label="Lower blood pressure" unit=" mmHg" />
        <Limit form={form} path="temperatureLimit" label="Temperature, °F" decimals={1} unit=" °F (38 °C)" />
      </FieldRow>
    </div>
  )
}

function LetterRules({ form }: { form: RulesForm }) {
  const again = form.bind('reEvaluateEveryVisits')
  return (
    <div className={css.part}>
      <h3 className={rules.title}>Letters: when a progress letter is due</h3>
      <FieldRow template="1fr 1fr 1fr">
        <Limit form={form} path="letterVisitsLeft" label="Visits left, or fewer" />
        <Limit form={form} path="letterDaysLeft" label="Days left, or fewer" />
        <Limit form={form} path="letterEveryVisits" label="Visits since the last letter" />
      </FieldRow>
      <FieldRow template="1fr 1fr 1fr">
        <Limit form={form} path="letterFirstAfter" label="But not before this visit" />
        <NumberField
          label="Re-evaluate every so many visits"
          {...again}
          min={1}
          max={50}
          hint={`Usual: ${USUAL_RULES.reEvaluateEveryVisits}; empty for never`}
        />
        <span />
      </FieldRow>
    </div>
  )
}

/** One row per measure: what the clinic counts as a change that matters; empty means the usual value. */
function ChangeRules({ form }: { form: RulesForm }) {
  const all = form.bind('mattersFrom')
  return (
    <div className={css.part}>
      <h3 className={rules.title}>Measures: the smallest change that matters to patients</h3>
      <table className={rules.table}>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Usual</th>
            <th scope="col">Here</th>
            <th scope="col">Source of the usual value</th>
          </tr>
        </thead>
        <tbody>
          {Object.values(MEASURES).map(({ key, name, unit, mattersFrom, source }) => {
            // Asked for, not bound: a bound field without a value would count as one that is missing.
            const { error } = form.hook.getFieldState(`mattersFrom.${key}`, form.hook.formState)
            const own = all.value[key] ?? null
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>
                  {formatScore(mattersFrom)}
                  {unit}
                </td>
                <td>
                  <NumberField
                    label={`${name}: change that matters here`}
                    bare
                    decimals={1}
                    step={0.5}
                    placeholder={formatScore(mattersFrom)}
                    value={own}
                    error={error?.message}
                    onChange={value => all.onChange(value === null ? without(all.value, key) : { ...all.value, [key]: value })}
                  />
                </td>
                <td className={css.quiet}>{source}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const without = (own: ClinicalRules['mattersFrom'], key: string): ClinicalRules['mattersFrom'] =>
  Object.fromEntries(Object.entries(own).filter(([measure]) => measure !== key))
