import { z } from 'zod'
import { Password } from '../../shared/access/schema.ts'
import { useClinicForm } from '../lib/forms.ts'
import { TextField } from '../ui/text-field.tsx'
import css from './set-up.module.css'
import { StepFrame } from './set-up-frame.tsx'

/** A new password, typed twice so that a slip does not lock the clinic. */
const NewPassword = z
  .strictObject({ password: Password, again: z.string() })
  .refine(typed => typed.password === typed.again, { path: ['again'], message: 'The two are not the same. Type it once more.' })

/** The password, and then the clinic is made. */
export function ProtectStep({ onBack, onProtect }: { onBack: () => void; onProtect: (password: string) => Promise<void> }) {
  const form = useClinicForm({ schema: NewPassword, start: { password: '', again: '' } })
  const next = form.submit(({ password }) => onProtect(password))
  return (
    <StepFrame
      step={3}
      title="Protect the records"
      note="The records are encrypted. This password opens them; nobody can look it up for you."
      next="Make my clinic"
      busy={form.isBusy}
      problem={form.problem}
      onBack={onBack}
      onNext={() => void next()}
    >
      <TextField
        label="Password"
        type="password"
        large
        autoComplete="new-password"
        hint="At least 10 characters. A short sentence is easy to remember."
        {...form.bind('password')}
      />
      <TextField label="Password again" type="password" large autoComplete="new-password" {...form.bind('again')} />
      <p className={css.words}>
        Next you get a recovery kit: one page to print and keep away from this computer. It opens the records if the password is ever lost.
      </p>
    </StepFrame>
  )
}
