import { useState } from 'react'
import type { AccessStatus } from '../../shared/access/schema.ts'
import { queryClient } from '../lib/api.ts'
import { WelcomeFrame } from './access-frame.tsx'
import { RecoveryKit } from './recovery-kit.tsx'
import { RestoreScreen } from './restore-screen.tsx'
import { SetUpSteps } from './set-up-steps.tsx'
import { Welcome } from './welcome.tsx'

type FirstRunProps = { status: AccessStatus; onBegin: () => void; onDone: () => void }
type Place = { at: 'welcome' } | { at: 'steps' } | { at: 'restore' } | { at: 'kit'; recoveryKey: string; password: string; opened: AccessStatus }

/** Before there are records: two ways in, four steps, and the recovery kit before anything else. */
export function FirstRun({ status, onBegin, onDone }: FirstRunProps) {
  const [place, setPlace] = useState<Place>({ at: 'welcome' })
  const welcome = () => setPlace({ at: 'welcome' })
  if (place.at === 'restore') return <RestoreScreen status={status} onBack={welcome} />
  if (place.at === 'kit') {
    const enter = () => {
      queryClient.setQueryData(['access.status', {}], place.opened)
      onDone()
    }
    return (
      <WelcomeFrame version={status.version}>
        <RecoveryKit recoveryKey={place.recoveryKey} password={place.password} onDone={enter} />
      </WelcomeFrame>
    )
  }
  if (place.at === 'steps') {
    return (
      <WelcomeFrame version={status.version} foot="Every answer can be changed later in Settings.">
        <SetUpSteps onBack={welcome} onBegin={onBegin} onMade={({ recoveryKey, password, opened }) => setPlace({ at: 'kit', recoveryKey, password, opened })} />
      </WelcomeFrame>
    )
  }
  return <Welcome version={status.version} onBegin={() => setPlace({ at: 'steps' })} onRestore={() => setPlace({ at: 'restore' })} />
}
