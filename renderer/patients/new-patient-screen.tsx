import { getRouteApi } from '@tanstack/react-router'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { ConsentTicks } from './consent-ticks.tsx'
import { ContactFields } from './contact-fields.tsx'
import { LikePatients } from './like-patients.tsx'
import { GuarantorFields, GuardianFields, HomeField } from './people-fields.tsx'
import { PersonFields } from './person-fields.tsx'
import { blankRegistration, policyOf, Registration } from './registration.ts'
import { PolicySection, RemarkFields } from './registration-fields.tsx'
import css from './sheet.module.css'

const route = getRouteApi('/patients/new')
const FIRST_ASKED = ['fields.firstName', 'fields.lastName', 'fields.bornOn']

/** Begins where the name typed in the search left off. */
const focusFirst = (sheet: HTMLFormElement | null) => {
  const asked = [...(sheet?.querySelectorAll('input') ?? [])].filter(input => FIRST_ASKED.includes(input.name))
  asked.find(input => input.value === '')?.focus()
}

/** Registers a patient in one pass of the keyboard; says while one types who it may be already. */
export function NewPatientScreen() {
  const { name = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const register = useCommand('patients.register')
  const form = useClinicForm({ schema: Registration, start: blankRegistration(name), keepAs: `new patient ${name}` })
  const registered = (values: Parameters<typeof policyOf>[0]) =>
    register.mutateAsync({ fields: values.fields, policy: policyOf(values), consents: values.consents, householdWith: values.home?.patientId ?? null })
  const send = form.submit(async values => {
    const patient = await registered(values)
    await navigate({ to: '/patients/$patientId', params: { patientId: patient.id }, replace: true })
  })
  const sendAndBook = form.submit(async values => {
    const patient = await registered(values)
    await navigate({ to: '/calendar', search: { book: patient.id }, replace: true })
  })
  useHotkey({ keys: 'mod+enter', label: 'Register patient', run: () => void send() })
  useHotkey({ keys: 'alt+b', label: 'Register and book', run: () => void sendAndBook() })
  const cancel = () => {
    form.hook.reset()
    void navigate({ to: '/patients', search: name === '' ? {} : { q: name } })
  }
  const footer = (
    <>
      <Button onClick={cancel}>Cancel</Button>
      {form.wasKept && (
        <Button kind="text" onClick={() => form.hook.reset()}>
          Begin with an empty sheet
        </Button>
      )}
      <span className={css.grow}>
        <Problem error={form.problem} />
      </span>
      <Button size="large" keys="alt+b" busy={form.isBusy} onClick={() => void sendAndBook()}>
        Register and book
      </Button>
      <Button kind="primary" size="large" keys="mod+enter" busy={form.isBusy} onClick={() => void send()}>
        Register patient
      </Button>
    </>
  )
  return (
    <Screen
      title="New patient"
      note={form.wasKept ? 'As you left it, not registered yet.' : 'Name and birth date are enough to begin.'}
      footer={footer}
      ground="surface"
    >
      <Columns template="minmax(0, 1fr) clamp(280px, 26%, 340px)">
        <Column label="Registration" ground="surface">
          <form ref={focusFirst} className={css.sheet} onSubmit={send} noValidate>
            <PersonFields form={form} />
            <GuardianFields form={form} />
            <ContactFields form={form} />
            <PolicySection form={form} />
            <GuarantorFields form={form} />
            <HomeField form={form} />
            <ConsentTicks form={form} />
            <RemarkFields form={form} />
            <button type="submit" hidden />
          </form>
        </Column>
        <Column label="Already registered?" padding="narrow">
          <LikePatients form={form} />
        </Column>
      </Columns>
    </Screen>
  )
}
