import { useState } from 'react'
import type { AccessStatus } from '../../shared/access/schema.ts'
import { queryClient } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { AccessFrame } from './access-frame.tsx'
import { RecoverScreen } from './recover-screen.tsx'
import { RestoreScreen } from './restore-screen.tsx'
import css from './sign-in-screen.module.css'

/** Files are here but cannot be opened: says why, that nothing was changed, and offers the ways out. Never an empty clinic in their place. */
export function BlockedScreen({ status }: { status: AccessStatus }) {
  const [way, setWay] = useState<'why' | 'recover' | 'restore'>('why')
  const back = () => setWay('why')
  if (way === 'recover') return <RecoverScreen status={status} onBack={back} onRestore={() => setWay('restore')} />
  if (way === 'restore') return <RestoreScreen status={status} onBack={back} />
  return (
    <AccessFrame status={status} title={status.clinicName || 'Myodesk'} note="The records cannot be opened. Nothing was changed.">
      <div className={css.stack}>
        <Problem error={{ message: status.problem ?? 'The files of this clinic cannot be read.' }} />
        <div className={css.row}>
          <Button kind="primary" size="large" onClick={() => void queryClient.invalidateQueries()}>
            Try again
          </Button>
          <Button size="large" onClick={() => setWay('restore')}>
            Restore from a backup
          </Button>
          <Button kind="text" onClick={() => setWay('recover')}>
            Use the recovery kit
          </Button>
        </div>
      </div>
    </AccessFrame>
  )
}
