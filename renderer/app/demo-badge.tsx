import { useRouter } from '@tanstack/react-router'
import type { AccessStatus } from '../../shared/access/schema.ts'
import { queryClient, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import css from './demo-badge.module.css'

/** Says on every screen that these patients are invented, and how to leave or begin again. */
export function DemoBadge() {
  const router = useRouter()
  const startOver = useCommand('access.startDemoOver')
  const leave = useCommand('access.leaveDemo')
  const toToday = () => void router.navigate({ to: '/today' })
  const left = (status: AccessStatus) => {
    toToday()
    queryClient.setQueryData(['access.status', {}], status)
  }
  return (
    <>
      <aside className={css.badge} aria-label="Demo clinic">
        <b>Demo clinic</b>
        <span className={css.words}>Every patient here is invented. Your own records are kept apart.</span>
        <Button kind="text" size="small" busy={startOver.isPending} onClick={() => startOver.mutate({}, { onSuccess: toToday })}>
          Start over
        </Button>
        <Button kind="text" size="small" busy={leave.isPending} onClick={() => leave.mutate({}, { onSuccess: left })}>
          Leave the demo
        </Button>
      </aside>
      <Problem error={startOver.error ?? leave.error} />
    </>
  )
}
