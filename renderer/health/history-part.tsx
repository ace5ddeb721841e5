import { useState } from 'react'
import type { HealthRecord } from '../../shared/health/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { todayHere } from '../ui/clock.ts'
import { Empty, Problem } from '../ui/messages.tsx'
import { dateInWords } from '../ui/words.tsx'
import css from './health.module.css'
import { HistoryView } from './history-view.tsx'
import { RefusalPanel } from './refusal-panel.tsx'

/** The history as last told, with the question of every visit: changed since last time? */
export function HistoryPart({ record, onEdit }: { record: HealthRecord; onEdit: () => void }) {
  const [isRefusing, setRefusing] = useState(false)
  const { patientId, history, versions } = record
  const confirm = useCommand('health.confirmUnchanged')
  const print = useCommand('documents.openIntakeForm')
  const last = versions[0]
  const isAskedToday = last !== undefined && last.kind !== 'refused' && last.takenOn === todayHere()
  const canConfirm = history !== null && !isAskedToday
  const sayUnchanged = () => confirm.mutate({ patientId })
  useHotkey({ keys: 'mod+enter', label: canConfirm ? 'Health: no change' : 'Health: edit', run: canConfirm ? sayUnchanged : onEdit })
  useHotkey({ keys: 'alt+n', label: 'Health: no change', run: sayUnchanged, enabled: canConfirm })
  useHotkey({ keys: 'e', label: 'Health: edit', run: onEdit })
  const others = (
    <>
      <Button size="small" icon="printer" busy={print.isPending} onClick={() => print.mutate({ patientId })}>
        Print blank intake form
      </Button>
      <Button kind="text" size="small" onClick={() => setRefusing(true)}>
        Patient declines the intake
      </Button>
    </>
  )
  return (
    <>
      <Problem error={confirm.error ?? print.error} />
      {last?.kind === 'refused' && (
        <Problem tone="care" error={{ message: `The patient declined the intake on ${dateInWords(last.takenOn)}: ${last.refusedReason}` }} />
      )}
      {history ? (
        <>
          <div className={css.asked}>
            <p className={css.question}>{isAskedToday ? <Status icon="check">Asked today.</Status> : <b>Changed since {lastAskedWords(record)}?</b>}</p>
            {canConfirm && (
              <Button kind="primary" keys="mod+enter" busy={confirm.isPending} onClick={sayUnchanged}>
                No change
              </Button>
            )}
            <Button keys="e" onClick={onEdit}>
              {canConfirm ? 'Something changed' : 'Edit'}
            </Button>
          </div>
          <HistoryView history={history} clearances={record.clearances} />
          <p className={css.others}>{others}</p>
        </>
      ) : (
        <Empty
          icon="note"
          title="No health history yet."
          action={
            <div className={css.ways}>
              <Button kind="primary" keys="mod+enter" onClick={onEdit}>
                Type in the intake form
              </Button>
              {others}
            </div>
          }
        >
          Conditions, medications, allergies and surgeries told once, then confirmed at every visit with one key.
        </Empty>
      )}
      {isRefusing && <RefusalPanel patientId={patientId} onClose={() => setRefusing(false)} />}
    </>
  )
}

function lastAskedWords({ versions }: HealthRecord): string {
  const last = versions.find(({ kind }) => kind !== 'refused')
  return last ? dateInWords(last.takenOn, 'short') : 'last time'
}
