import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { addDays, type LocalDate } from '../../shared/lib/dates.ts'
import { DeskRules } from '../../shared/practice/desk-rules.ts'
import { WeekHours } from '../../shared/practice/hours.ts'
import { dayFrom, type TypedWeek, WEEKDAYS } from '../../shared/practice/week.ts'
import { federalHoliday, HolidayName } from '../../shared/schedule/holidays.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Checkbox } from '../ui/checks.tsx'
import { todayHere } from '../ui/clock.ts'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { dateInWords } from '../ui/words.tsx'
import desk from './desk.module.css'
import rules from './rules.module.css'
import { SaveForm, SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'
import { WeekEditor } from './week-editor.tsx'

/** The part of the desk’s rules that is about time. */
const TimeRules = z.strictObject({ hours: WeekHours, openHolidays: DeskRules.shape.openHolidays, stepMinutes: DeskRules.shape.stepMinutes })
type TimeRules = z.input<typeof TimeRules>

/** When the clinic is open: its week, the holidays on which it works, and the steps of its calendar. */
export function OpeningHoursSection() {
  const kept = useQuery(ask('practice.getDeskRules', {}))
  const clinic = useQuery(ask('practice.getClinic', {}))
  return (
    <SectionFrame title="Opening hours" note="The calendar shades what lies outside. A visit there can still be booked; the desk is told first.">
      <Problem error={kept.error ?? clinic.error} />
      {(kept.isPending || clinic.isPending) && <Waiting />}
      {kept.data && clinic.data && <OpeningHours kept={kept.data} everyDay={{ opens: clinic.data.opensAt, closes: clinic.data.closesAt }} />}
    </SectionFrame>
  )
}

function OpeningHours({ kept, everyDay }: { kept: DeskRules; everyDay: { opens: string; closes: string } }) {
  const save = useCommand('practice.saveDeskRules')
  const alike: TypedWeek = WEEKDAYS.map(() => dayFrom({ ...everyDay, pause: null }))
  const start: TimeRules = { hours: kept.hours ?? alike, openHolidays: kept.openHolidays, stepMinutes: kept.stepMinutes }
  const form = useClinicForm({ schema: TimeRules, start, keepAs: 'opening hours' })
  const send = form.submit(values => save.mutateAsync({ ...kept, ...values }))
  const hours = form.bind('hours')
  const step = form.bind('stepMinutes')
  return (
    <SaveForm isBusy={form.isBusy} isChanged={form.isChanged} isSaved={save.isSuccess} problem={form.problem} onSave={() => void send()}>
      <WeekEditor label="Opening hours of the week" value={hours.value} onChange={hours.onChange} showsAll={form.hook.formState.submitCount > 0} />
      <div className={css.part}>
        <Holidays {...form.bind('openHolidays')} />
      </div>
      <div className={css.part}>
        <h3 className={rules.title}>Calendar steps</h3>
        <Segmented
          label="Visits begin every"
          withLabel
          choices={(['5', '10', '15', '30'] as const).map(value => ({ value, label: `${value} minutes` }))}
          value={stepWord(step.value)}
          onChange={word => step.onChange(stepOf(word))}
        />
      </div>
    </SaveForm>
  )
}

const STEPS = { '5': 5, '10': 10, '15': 15, '30': 30 } as const
const stepOf = (word: keyof typeof STEPS) => STEPS[word]
const stepWord = (minutes: TimeRules['stepMinutes']): keyof typeof STEPS => (minutes === 5 ? '5' : minutes === 10 ? '10' : minutes === 15 ? '15' : '30')

type HolidaysProps = { value: readonly HolidayName[]; onChange: (names: HolidayName[]) => void }

/** The federal holidays, each with its next day; those on which the clinic works are checked. */
function Holidays({ value, onChange }: HolidaysProps) {
  const next = nextHolidays(todayHere())
  const set = (name: HolidayName, isOpen: boolean) => onChange(HolidayName.options.filter(one => (one === name ? isOpen : value.includes(one))))
  return (
    <fieldset>
      <legend className={desk.legend}>Federal holidays on which the clinic is open</legend>
      <div className={desk.holidays}>
        {HolidayName.options.map(name => (
          <Checkbox key={name} label={name} hint={next.get(name)} value={value.includes(name)} onChange={isOpen => set(name, isOpen)} />
        ))}
      </div>
    </fieldset>
  )
}

/** The next day of each holiday, within a year. On a weekend, the working day it is observed on comes first where it lies before. */
function nextHolidays(today: LocalDate): ReadonlyMap<HolidayName, string> {
  const next = new Map<HolidayName, string>()
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const day = addDays(today, ahead)
    const holiday = federalHoliday(day)
    if (holiday && !next.has(holiday.name)) next.set(holiday.name, `Next: ${dateInWords(day, 'weekday')}`)
  }
  return next
}
