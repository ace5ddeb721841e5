import { useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { AccessStatus } from '../../shared/access/schema.ts'
import { BlockedScreen } from '../access/blocked-screen.tsx'
import { FirstRun } from '../access/first-run.tsx'
import { SignInScreen } from '../access/sign-in-screen.tsx'
import { ask, forgetRecords } from '../lib/api.ts'
import { keepFormsOf } from '../lib/kept-forms.ts'
import { followRecords, setClinicZone } from '../ui/clock.ts'
import { Problem, Waiting } from '../ui/messages.tsx'
import { router } from './routes.tsx'
import { useIdleLock } from './use-idle-lock.ts'

/** What the window shows: first run, sign-in, a blocked clinic in words, or the clinic itself. Anything but the clinic forgets what was fetched. */
export function Session() {
  const status = useQuery(ask('access.status', {}))
  const [isSettingUp, setSettingUp] = useState(false)
  if (status.error) return <Problem error={status.error} />
  if (!status.data) return <Waiting />
  if (status.data.state !== 'empty') setClinicZone(status.data.timeZone)
  followRecords(status.data.now)
  if (isSettingUp || status.data.state === 'empty') {
    return <FirstRun status={status.data} onBegin={() => setSettingUp(true)} onDone={() => setSettingUp(false)} />
  }
  if (status.data.state === 'blocked') return <BlockedScreen status={status.data} />
  if (status.data.state === 'locked') return <Locked status={status.data} />
  return <Open status={status.data} />
}

function Locked({ status }: { status: AccessStatus }) {
  useEffect(forgetRecords, [])
  return <SignInScreen status={status} />
}

function Open({ status }: { status: AccessStatus }) {
  useIdleLock(status.idleMinutes)
  keepFormsOf(`${status.isDemo ? 'demo' : 'own'} ${status.person?.id ?? ''}`)
  return <RouterProvider router={router} key={status.isDemo ? 'demo' : 'own'} />
}
