import { useQuery } from '@tanstack/react-query'
import type { HouseholdMember, Patient } from '../../shared/patients/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { Money } from '../ui/words.tsx'
import { PatientField } from './patient-field.tsx'
import css from './sheet.module.css'

/** Who lives with the patient, who of them pays, what each owes; joining and leaving. */
export function HouseholdPart({ patient }: { patient: Patient }) {
  const patientId = patient.id
  const members = useQuery(ask('patients.getHousehold', { patientId }))
  const near = useQuery({
    ...ask('patients.listAtAddress', { street: patient.address.street, zip: patient.address.zip }),
    enabled: patient.address.street !== '' && patient.address.zip !== '',
  })
  const join = useCommand('patients.joinHousehold')
  const leave = useCommand('patients.leaveHousehold')
  const all = members.data ?? []
  const others = (near.data ?? []).filter(row => row.id !== patientId && !all.some(member => member.patientId === row.id))
  const goOut = () => {
    const back = all[0]?.patientId
    leave.mutate(
      { patientId },
      { onSuccess: () => offerUndo(`${patient.firstName} left the household.`, back && (() => join.mutate({ patientId, withId: back }))) },
    )
  }
  return (
    <Section title="Household">
      <Problem error={members.error ?? join.error ?? leave.error} />
      {members.data && all.length === 0 && <p className={css.quiet}>Nobody else of the household is on file.</p>}
      <ul>
        {all.map(member => (
          <Member key={member.patientId} member={member} />
        ))}
      </ul>
      <PatientField
        label={all.length === 0 ? 'Add somebody of the household' : 'Join another household'}
        chosen=""
        except={patientId}
        placeholder="Name, phone or birth date"
        onChoose={row => join.mutate({ patientId, withId: row.id })}
      />
      <p className={css.tools}>
        {others.map(row => (
          <Button key={row.id} size="small" onClick={() => join.mutate({ patientId, withId: row.id })}>
            Join {row.name}, same address
          </Button>
        ))}
        {all.length > 0 && (
          <Button size="small" kind="text" busy={leave.isPending} onClick={goOut}>
            Leave household
          </Button>
        )}
      </p>
    </Section>
  )
}

function Member({ member }: { member: HouseholdMember }) {
  const { patientId, name, age, phone, isGuarantor, balance } = member
  return (
    <li className={css.line}>
      <div className={css.grow}>
        <TextLink to="/patients/$patientId" params={{ patientId }}>
          {name}
        </TextLink>
        <p className={css.quiet}>{[`${age} years old`, isGuarantor && 'pays for this patient', phone].filter(Boolean).join(' · ')}</p>
      </div>
      <Money cents={balance} quietZero />
    </li>
  )
}
