import type { Appointment } from '../../shared/appointments/schema.ts'
import { useCommand } from '../lib/api.ts'
import { Problem } from './messages.tsx'
import { SelectField } from './select-field.tsx'

const OLDEST = 'oldest'

type PrescriptionChoiceProps = {
  visit: Pick<Appointment, 'id' | 'prescription' | 'prescriptionChoices' | 'chosenPrescriptionId' | 'isPrescriptionChosen'>
  /** Says below how far the prescription is used, where that stands nowhere else. */
  withUse?: boolean
}

/** Which of several prescriptions a visit counts on. Shows nothing where there is none to choose between. */
export function PrescriptionChoice({ visit, withUse = false }: PrescriptionChoiceProps) {
  const choose = useCommand('appointments.choosePrescription')
  const { prescriptionChoices } = visit
  if (prescriptionChoices.length === 0) return null
  const set = (value: string) =>
    choose.mutate({ appointmentId: visit.id, prescriptionId: prescriptionChoices.find(one => one.prescriptionId === value)?.prescriptionId ?? null })
  const isLapsed = visit.chosenPrescriptionId !== null && !visit.isPrescriptionChosen
  return (
    <>
      <SelectField
        label="This visit counts on"
        value={visit.isPrescriptionChosen ? (visit.chosenPrescriptionId ?? OLDEST) : OLDEST}
        onChange={set}
        choices={[
          { value: OLDEST, label: 'The oldest with a visit left' },
          ...prescriptionChoices.map(({ prescriptionId, words }) => ({ value: prescriptionId as string, label: words })),
        ]}
        hint={isLapsed ? 'The one chosen before cannot take this visit any more.' : withUse ? visit.prescription?.words : undefined}
      />
      <Problem error={choose.error} />
    </>
  )
}
