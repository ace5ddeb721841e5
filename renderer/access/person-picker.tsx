import { type FormEvent, useState } from 'react'
import type { AccessStatus, Person, Role } from '../../shared/access/schema.ts'
import { useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './sign-in-screen.module.css'

const roles: Readonly<Record<Role, string>> = { owner: 'Practitioner', clinician: 'Practitioner', 'front-desk': 'Front desk' }

type PersonPickerProps = { people: readonly Person[]; wasLocked: boolean; onSignedIn: (status: AccessStatus) => void }

/** The people of the clinic; the chosen one's row opens into the password. */
export function PersonPicker({ people, wasLocked, onSignedIn }: PersonPickerProps) {
  const [chosenId, setChosenId] = useState(people[0]?.id)
  return (
    <ul>
      {people.map(person => (
        <li key={person.id} className={person.id === chosenId ? css.chosen : css.person}>
          {person.id === chosenId ? (
            <PasswordForm person={person} wasLocked={wasLocked} onSignedIn={onSignedIn} />
          ) : (
            <button type="button" className={css.choose} onClick={() => setChosenId(person.id)}>
              <Who person={person} />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Who({ person }: { person: Person }) {
  return (
    <>
      <span className={css.initials} aria-hidden="true">
        {initialsOf(person.name)}
      </span>
      <span>
        <b className={css.name}>{person.name}</b>
        <span className={css.role}>{roles[person.role]}</span>
      </span>
    </>
  )
}

/** First letters of the first and last name, credentials after a comma left out. */
function initialsOf(name: string): string {
  const parts = (name.split(',')[0] ?? '').trim().split(/\s+/)
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map(part => [...new Intl.Segmenter().segment(part ?? '')][0]?.segment ?? '')
  return letters.join('').toUpperCase()
}

function PasswordForm({ person, wasLocked, onSignedIn }: { person: Person; wasLocked: boolean; onSignedIn: (status: AccessStatus) => void }) {
  const [password, setPassword] = useState('')
  const signIn = useCommand('access.signIn')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ personId: person.id, password }, { onSuccess: onSignedIn, onError: () => setPassword('') })
  }
  return (
    <form onSubmit={submit} className={css.form}>
      <div className={css.who}>
        <Who person={person} />
      </div>
      <div className={css.password}>
        <TextField
          label="Password"
          type="password"
          large
          ref={focusAtOnce}
          autoComplete="current-password"
          value={password}
          onChange={text => {
            signIn.reset()
            setPassword(text)
          }}
          error={signIn.error?.message}
        />
        <Button type="submit" kind="primary" size="large" keys="enter" busy={signIn.isPending} className={css.go}>
          {wasLocked ? 'Unlock' : 'Sign in'}
        </Button>
      </div>
    </form>
  )
}

function focusAtOnce(input: HTMLInputElement | null): void {
  input?.focus()
}
