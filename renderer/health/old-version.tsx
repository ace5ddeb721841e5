import { useQuery } from '@tanstack/react-query'
import type { HealthVersion } from '../../shared/health/schema.ts'
import { ask } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { DateText } from '../ui/words.tsx'
import css from './health.module.css'
import { HistoryView } from './history-view.tsx'

/** The history as it stood at an earlier time, to read only. */
export function OldVersion({ version, onClose }: { version: HealthVersion; onClose: () => void }) {
  const history = useQuery(ask('health.getVersion', { versionId: version.id }))
  useHotkey({ keys: 'escape', run: onClose })
  return (
    <>
      <div className={css.asked}>
        <p className={css.question}>
          <b>
            As told <DateText day={version.takenOn} />
          </b>
        </p>
        <Button keys="escape" onClick={onClose}>
          Back to the newest
        </Button>
      </div>
      <Problem error={history.error} />
      {history.isPending && <Waiting />}
      {history.data && <HistoryView history={history.data} />}
    </>
  )
}
