import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { BatchRequest } from '../../shared/documents/batch.ts'
import { ask, queryClient, useCommand } from '../lib/api.ts'
import { newJobId } from '../lib/job.ts'
import { BillingTabs } from '../ui/billing-tabs.tsx'
import { Problem } from '../ui/messages.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { BatchPlan } from './batch-plan.tsx'
import { BatchDone } from './batch-result.tsx'
import { BatchRunning } from './batch-running.tsx'

const NEWEST = { jobId: null, offset: 0 }

/** A month of superbills in one go: what is ready and what is missing, then how far it is, then what was printed. */
export function BatchScreen() {
  const [request, setRequest] = useState<BatchRequest | null>(null)
  const start = useCommand('documents.startBatch')
  const kept = useQuery(ask('documents.getBatch', NEWEST))
  const begin = (wanted: Omit<BatchRequest, 'jobId'>) => {
    const whole = { ...wanted, jobId: newJobId() }
    setRequest(whole)
    start.mutate(whole, {
      onSuccess: result => queryClient.setQueryData(ask('documents.getBatch', NEWEST).queryKey, result),
      onSettled: () => setRequest(null),
    })
  }
  const running = request?.jobId ?? (kept.data?.state === 'running' ? kept.data.jobId : null)
  if (running !== null)
    return (
      <Frame>
        <BatchRunning jobId={running} />
      </Frame>
    )
  if (kept.data) return <BatchDone result={kept.data} />
  return (
    <BatchPlan onStart={begin}>
      <Problem error={start.error ?? kept.error} />
    </BatchPlan>
  )
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <Screen title="Superbills" ground="surface" note={<BillingTabs />}>
      <Columns template="minmax(0, 1fr)">
        <Column label="Superbills" ground="surface">
          {children}
        </Column>
      </Columns>
    </Screen>
  )
}
