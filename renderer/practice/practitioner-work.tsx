import { useQuery } from '@tanstack/react-query'
import type { VisitType } from '../../shared/practice/schema.ts'
import { dayFrom, WEEKDAYS } from '../../shared/practice/week.ts'
import { ask } from '../lib/api.ts'
import { Checkbox } from '../ui/checks.tsx'
import { HueField } from '../ui/hue-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import desk from './desk.module.css'
import type { PractitionerForm } from './form-parts.ts'
import { WeekEditor } from './week-editor.tsx'

/** How a practitioner stands in the calendar: colour, hours of their own, and the visit types they give. */
export function PractitionerWork({ form }: { form: PractitionerForm }) {
  const colour = form.bind('colour')
  const visitTypes = useQuery(ask('practice.listVisitTypes', {}))
  const offered = (visitTypes.data ?? []).filter(({ isActive }) => isActive)
  return (
    <>
      <div className={desk.group}>
        <HueField label="Color in the calendar" value={colour.value ?? 'teal'} onChange={colour.onChange} />
      </div>
      <Hours form={form} />
      {offered.length > 0 && <VisitTypesGiven form={form} offered={offered} />}
    </>
  )
}

function Hours({ form }: { form: PractitionerForm }) {
  const hours = form.bind('hours')
  const clinic = useQuery(ask('practice.getClinic', {}))
  const deskRules = useQuery(ask('practice.getDeskRules', {}))
  const { opensAt = '09:00', closesAt = '17:00' } = clinic.data ?? {}
  const clinicWeek = () =>
    deskRules.data?.hours?.map(day => day.map(time => ({ ...time }))) ?? WEEKDAYS.map(() => dayFrom({ opens: opensAt, closes: closesAt, pause: null }))
  return (
    <div className={desk.group}>
      <Segmented
        label="Hours"
        withLabel
        choices={[
          { value: 'clinic', label: 'Same as the clinic' },
          { value: 'own', label: 'Own hours' },
        ]}
        value={hours.value ? 'own' : 'clinic'}
        onChange={whose => hours.onChange(whose === 'own' ? clinicWeek() : null)}
      />
      {hours.value && (
        <WeekEditor label="Hours of this practitioner" value={hours.value} onChange={hours.onChange} showsAll={form.hook.formState.submitCount > 0} />
      )}
    </div>
  )
}

/** None chosen means all: that is how the records keep it, and what it says here. */
function VisitTypesGiven({ form, offered }: { form: PractitionerForm; offered: readonly VisitType[] }) {
  const given = form.bind('visitTypeIds')
  const ids = given.value ?? []
  const set = (id: string, isGiven: boolean) => given.onChange(offered.map(one => one.id).filter(one => (one === id ? isGiven : ids.includes(one))))
  return (
    <div className={desk.group}>
      <Segmented
        label="Visit types"
        withLabel
        choices={[
          { value: 'all', label: 'All of them' },
          { value: 'some', label: 'Only some' },
        ]}
        value={ids.length === 0 ? 'all' : 'some'}
        onChange={which => given.onChange(which === 'all' ? [] : offered.map(({ id }) => id))}
      />
      {ids.length > 0 && (
        <div className={desk.types}>
          {offered.map(({ id, name }) => (
            <Checkbox key={id} label={name} value={ids.includes(id)} onChange={isGiven => set(id, isGiven)} />
          ))}
        </div>
      )}
    </div>
  )
}
