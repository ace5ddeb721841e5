import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Password } from '../../shared/access/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { Problem } from '../ui/messages.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { SaveForm, SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'

/** Password, idle lock and the recovery kit. */
export function SecuritySection() {
  const status = useQuery(ask('access.status', {}))
  return (
    <SectionFrame title="Security" note="The records are encrypted on this computer. The password and the recovery kit are the only two ways in.">
      <div className={css.form}>
        <div className={css.part}>
          <h3>Change the password</h3>
          <PasswordForm />
        </div>
        <div className={css.part}>
          <h3>Lock by itself</h3>
          {status.data && <IdleForm minutes={status.data.idleMinutes} />}
        </div>
        <div className={css.part}>
          <h3>Recovery kit</h3>
          <RecoveryKitForm />
        </div>
      </div>
    </SectionFrame>
  )
}

const Change = z
  .strictObject({ current: z.string().min(1, 'Enter the present password.').max(200), next: Password, again: z.string() })
  .refine(typed => typed.next === typed.again, { path: ['again'], message: 'The two are not the same. Type it once more.' })

function PasswordForm() {
  const change = useCommand('access.changePassword')
  const form = useClinicForm({ schema: Change, start: { current: '', next: '', again: '' } })
  const send = form.submit(async ({ current, next }) => {
    await change.mutateAsync({ current, next })
    form.hook.reset({ current: '', next: '', again: '' })
  })
  return (
    <div className={css.narrow}>
      <SaveForm
        isBusy={form.isBusy}
        isChanged={form.isChanged}
        isSaved={change.isSuccess}
        problem={form.problem}
        onSave={() => void send()}
        save="Change password"
      >
        <TextField label="Present password" type="password" autoComplete="current-password" {...form.bind('current')} />
        <TextField
          label="New password"
          type="password"
          autoComplete="new-password"
          hint="At least 10 characters. The recovery kit stays valid."
          {...form.bind('next')}
        />
        <TextField label="New password again" type="password" autoComplete="new-password" {...form.bind('again')} />
      </SaveForm>
    </div>
  )
}

function IdleForm({ minutes }: { minutes: number }) {
  const setIdle = useCommand('access.setIdleMinutes')
  const [typed, setTyped] = useState<number | null>(minutes)
  const save = () => typed !== null && setIdle.mutate({ minutes: typed })
  return (
    <div className={css.inline}>
      <NumberField
        className={css.narrow}
        label="Minutes without mouse or keyboard"
        min={1}
        max={120}
        value={typed}
        onChange={setTyped}
        error={setIdle.error?.fields.minutes ?? setIdle.error?.message}
      />
      <Button busy={setIdle.isPending} disabled={typed === null || typed === minutes} onClick={save}>
        Save
      </Button>
      {setIdle.isSuccess && typed === minutes && <Status icon="check">Saved</Status>}
    </div>
  )
}

function RecoveryKitForm() {
  const [password, setPassword] = useState('')
  const print = useCommand('access.printRecoveryKit')
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    print.mutate({ password }, { onSuccess: () => setPassword('') })
  }
  return (
    <form className={css.form} onSubmit={send}>
      <p className={css.quiet}>One page with the key that opens the records when the password is lost. Keep it on paper, away from this computer.</p>
      <div className={css.inline}>
        <TextField
          className={css.narrow}
          label="Password, to print the kit"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" icon="printer" busy={print.isPending} disabled={password === ''}>
          Print the kit
        </Button>
        {print.isSuccess && <Status icon="check">Opened for printing</Status>}
      </div>
      <Problem error={print.error} />
    </form>
  )
}
