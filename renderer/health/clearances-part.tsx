import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Attachment } from '../../shared/attachments/schema.ts'
import { clearanceFor, clearanceInWords, endsSoon, standsOn } from '../../shared/health/clearances.ts'
import { factsOf } from '../../shared/health/items.ts'
import type { Clearance, HealthRecord } from '../../shared/health/schema.ts'
import { standingFindings } from '../../shared/health/standing.ts'
import { ask, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { ClearancePanel } from '../ui/clearance-panel.tsx'
import { todayHere } from '../ui/clock.ts'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import css from './health.module.css'

type Opened = { readonly item: Clearance['item'] | null; readonly clearance: Clearance | null }

type ClearancesPartProps = {
  record: HealthRecord
  /** The item for which a new clearance was asked elsewhere. */
  asked: Clearance['item'] | null
  onAnswered: () => void
}

/** Physicians’ clearances: which stand, which are missing, with their terms and scans. */
export function ClearancesPart({ record, asked, onAnswered }: ClearancesPartProps) {
  const [opened, setOpened] = useState<Opened | undefined>(asked ? { item: asked, clearance: null } : undefined)
  const scans = useQuery(ask('attachments.list', { patientId: record.patientId }))
  const today = todayHere()
  const close = () => {
    setOpened(undefined)
    if (asked) onAnswered()
  }
  const missing = standingFindings(record.history).filter(
    ({ item }) => factsOf(item).class === 'clearance' && clearanceFor(record.clearances, item, today).state === 'missing',
  )
  const add = (
    <Button kind="text" size="small" onClick={() => setOpened({ item: null, clearance: null })}>
      Add clearance
    </Button>
  )
  return (
    <Section title="Clearances" actions={add}>
      {record.clearances.length === 0 && missing.length === 0 && <p className={css.quiet}>None needed by what was told so far.</p>}
      <ul className={css.clearances}>
        {missing.map(({ item }) => (
          <li key={item}>
            <p className={css.versionHead}>
              <b>{factsOf(item).name}</b>
              <Status icon="warning" tone="act">
                Needs clearance
              </Status>
              <Button size="small" onClick={() => setOpened({ item, clearance: null })}>
                Add
              </Button>
            </p>
          </li>
        ))}
        {record.clearances.map(clearance => (
          <ClearanceRow
            key={clearance.id}
            patientId={record.patientId}
            clearance={clearance}
            scans={scans.data?.filter(({ refId }) => refId === clearance.id) ?? []}
            onCorrect={() => setOpened({ item: clearance.item, clearance })}
          />
        ))}
      </ul>
      {opened && <ClearancePanel patientId={record.patientId} {...opened} physician={record.history?.physician ?? ''} onClose={close} />}
    </Section>
  )
}

type RowProps = { patientId: HealthRecord['patientId']; clearance: Clearance; scans: readonly Attachment[]; onCorrect: () => void }

function ClearanceRow({ patientId, clearance, scans, onCorrect }: RowProps) {
  const [isAsking, setAsking] = useState(false)
  const withdraw = useCommand('health.withdrawClearance')
  const attach = useCommand('attachments.attach')
  const open = useCommand('attachments.open')
  const today = todayHere()
  const stands = standsOn(clearance, today)
  const isOpen = clearance.withdrawnOn === null
  return (
    <li>
      <p className={css.versionHead}>
        <b>{factsOf(clearance.item).name}</b>
        <Status icon={stands ? 'check' : 'cancelled'} tone={stands ? (endsSoon(clearance, today) ? 'act' : 'plain') : 'over'}>
          {clearanceInWords(clearanceFor([clearance], clearance.item, today), today).replace(/: add a new one/, '')}
        </Status>
      </p>
      {clearance.terms && <p className={css.prose}>{clearance.terms}</p>}
      <p className={css.tools}>
        {scans.map(scan => (
          <Button key={scan.id} kind="text" size="small" icon="open" onClick={() => open.mutate({ attachmentId: scan.id })}>
            {scan.name}
          </Button>
        ))}
        {isOpen && (
          <>
            <Button kind="text" size="small" busy={attach.isPending} onClick={() => attach.mutate({ patientId, kind: 'clearance', refId: clearance.id })}>
              Attach scan
            </Button>
            <Button kind="text" size="small" onClick={onCorrect}>
              Correct
            </Button>
            {isAsking ? (
              <Button kind="danger" size="small" busy={withdraw.isPending} onClick={() => withdraw.mutate({ clearanceId: clearance.id })}>
                Withdraw from today
              </Button>
            ) : (
              <Button kind="text" size="small" onClick={() => setAsking(true)}>
                Withdraw
              </Button>
            )}
          </>
        )}
      </p>
      <Problem error={withdraw.error ?? attach.error ?? open.error} />
    </li>
  )
}
