import { useState } from 'react'
import { DEMO_PASSWORD } from '../../shared/access/demo-password.ts'
import type { AccessStatus } from '../../shared/access/schema.ts'
import { formatTime, wallTimeOf } from '../../shared/lib/dates.ts'
import { queryClient, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { AccessFrame } from './access-frame.tsx'
import { PersonPicker } from './person-picker.tsx'
import { RecoverScreen } from './recover-screen.tsx'
import { RestoreScreen } from './restore-screen.tsx'
import css from './sign-in-screen.module.css'

/** Sign-in and lock are one screen: who is here, one password, and what to do when it is lost. */
export function SignInScreen({ status }: { status: AccessStatus }) {
  const [way, setWay] = useState<'password' | 'recover' | 'restore'>(status.passwordWorks ? 'password' : 'recover')
  const leave = useCommand('access.leaveDemo')
  const back = () => setWay('password')
  if (way === 'recover') return <RecoverScreen status={status} onBack={status.passwordWorks ? back : undefined} onRestore={() => setWay('restore')} />
  if (way === 'restore') return <RestoreScreen status={status} onBack={back} />
  return (
    <AccessFrame status={status} title={status.clinicName || 'Myodesk'} note={lockInWords(status)}>
      <PersonPicker
        people={status.people}
        wasLocked={status.lockedAt !== null}
        onSignedIn={signedIn => queryClient.setQueryData(['access.status', {}], signedIn)}
      />
      <p className={css.ways}>
        <Button kind="text" size="small" onClick={() => setWay('recover')}>
          Use the recovery kit
        </Button>
        <span className={css.dim}>if a password is lost</span>
      </p>
      <p className={css.ways}>
        <Button kind="text" size="small" onClick={() => setWay('restore')}>
          Restore from a backup
        </Button>
        <span className={css.dim}>if records are damaged or on another computer</span>
      </p>
      {status.isDemo && (
        <>
          <p className={css.ways}>
            <Button kind="text" size="small" busy={leave.isPending} onClick={() => leave.mutate({}, { onSuccess: goToToday })}>
              Leave the demo
            </Button>
            <span className={css.dim}>and go to your own clinic</span>
          </p>
          <p className={css.demo}>The demo’s password is “{DEMO_PASSWORD}”.</p>
        </>
      )}
    </AccessFrame>
  )
}

/** The place of the demo's screen means nothing in one's own clinic. */
function goToToday(): void {
  window.location.hash = '#/today'
}

function lockInWords({ lockedAt, lockReason, idleMinutes, timeZone }: AccessStatus): string {
  if (!lockedAt) return 'Sign in to open the records.'
  const time = formatTime(wallTimeOf(lockedAt, timeZone))
  return lockReason === 'idle'
    ? `Locked at ${time} after ${idleMinutes} ${idleMinutes === 1 ? 'minute' : 'minutes'}. Drafts are saved.`
    : `Locked at ${time}. Drafts are saved.`
}
