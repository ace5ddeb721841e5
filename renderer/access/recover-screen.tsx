import { z } from 'zod'
import { type AccessStatus, Password } from '../../shared/access/schema.ts'
import { queryClient, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { AccessFrame } from './access-frame.tsx'
import css from './sign-in-screen.module.css'

const Recovery = z
  .strictObject({
    recoveryKey: z.string().trim().min(1, 'Type the key as it is printed on the kit.').max(400, 'That is too long to be a recovery key.'),
    newPassword: Password,
    again: z.string(),
  })
  .refine(typed => typed.newPassword === typed.again, { path: ['again'], message: 'The two are not the same. Type it once more.' })

type RecoverScreenProps = { status: AccessStatus; onBack: (() => void) | undefined; onRestore: () => void }

/** Opens the clinic with the printed recovery key and sets a new password for its owner. */
export function RecoverScreen({ status, onBack, onRestore }: RecoverScreenProps) {
  const recover = useCommand('access.recover')
  const form = useClinicForm({ schema: Recovery, start: { recoveryKey: '', newPassword: '', again: '' } })
  const send = form.submit(async ({ recoveryKey, newPassword }) => {
    queryClient.setQueryData(['access.status', {}], await recover.mutateAsync({ recoveryKey, newPassword }))
  })
  return (
    <AccessFrame status={status} title={status.clinicName || 'Myodesk'} note="Open the records with the printed recovery kit.">
      <form className={css.panel} onSubmit={event => void send(event)}>
        {!status.passwordWorks && (
          <Problem error={{ message: status.problem ?? 'The password file is missing or damaged. Only the recovery kit opens the records now.' }} tone="care" />
        )}
        <div className={css.key}>
          <TextArea label="Recovery key" rows={2} hint="Spaces, dashes and capitals do not matter." {...form.bind('recoveryKey')} />
        </div>
        <TextField
          label="New password"
          type="password"
          autoComplete="new-password"
          hint="At least 10 characters. A short sentence is easy to remember."
          {...form.bind('newPassword')}
        />
        <TextField label="New password again" type="password" autoComplete="new-password" {...form.bind('again')} />
        <Problem error={form.problem} />
        <div className={css.row}>
          <Button type="submit" kind="primary" size="large" keys="enter" busy={form.isBusy}>
            Open the records
          </Button>
          {onBack && (
            <Button kind="text" onClick={onBack}>
              Back to sign-in
            </Button>
          )}
        </div>
      </form>
      {!onBack && (
        <p className={css.ways}>
          <Button kind="text" size="small" onClick={onRestore}>
            Restore from a backup
          </Button>
        </p>
      )}
    </AccessFrame>
  )
}
