import type { JobId } from '../../shared/lib/ids.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { useJobProgress } from '../lib/job.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import css from './batch.module.css'

/** How far a batch is, with the way to stop it. */
export function BatchRunning({ jobId }: { jobId: JobId }) {
  const progress = useJobProgress(jobId)
  const stop = useCommand('documents.stopJob')
  const cancel = () => stop.mutate({ jobId })
  useHotkey({ keys: 'escape', label: 'Cancel', run: cancel })
  return (
    <div className={css.running}>
      <ProgressBar label="Issuing and drawing superbills" done={progress?.done ?? 0} total={progress?.total ?? 0} onCancel={cancel} />
      <p className={css.quiet}>
        You can go on working meanwhile. If you cancel, superbills issued until then stay issued and are listed; no half-written file is left.
      </p>
    </div>
  )
}
