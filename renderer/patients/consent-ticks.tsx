import { useQuery } from '@tanstack/react-query'
import { LocalDate } from '../../shared/lib/dates.ts'
import { isMinor } from '../../shared/patients/age.ts'
import { ask } from '../lib/api.ts'
import { Checkbox } from '../ui/checks.tsx'
import { todayHere } from '../ui/clock.ts'
import { Section } from '../ui/screen.tsx'
import type { RegistrationForm } from './registration.ts'
import css from './sheet.module.css'

/** The consents the clinic asks for; a tick says that it was signed today, by the guardian of a minor. */
export function ConsentTicks({ form }: { form: RegistrationForm }) {
  const rules = useQuery(ask('practice.getDeskRules', {}))
  const { value: signed, onChange } = form.bind('consents')
  const born = LocalDate.safeParse(form.bind('fields.bornOn').value).data
  const guardian = form.bind('fields.guardianName').value
  if (!rules.data || rules.data.consents.length === 0) return null
  const signer = born && isMinor(born, todayHere()) ? guardian || 'the guardian' : 'the patient'
  return (
    <Section title="Signed today" note={`By ${signer}.`}>
      <div className={css.stack}>
        {rules.data.consents.map(({ key, name, isRequired }) => (
          <Checkbox
            key={key}
            label={isRequired ? `${name} (asked for at check-in)` : name}
            value={signed.includes(key)}
            onChange={isSigned => onChange(isSigned ? [...signed, key] : signed.filter(one => one !== key))}
          />
        ))}
      </div>
    </Section>
  )
}
