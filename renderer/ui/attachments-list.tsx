import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import type { Attachment, AttachmentKind } from '../../shared/attachments/schema.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { ask, useCommand } from '../lib/api.ts'
import { ActionMenu } from './action-menu.tsx'
import css from './attachments-list.module.css'
import { Button } from './button.tsx'
import { Icon } from './icons.tsx'
import { Problem } from './messages.tsx'
import { ScanPanel } from './scan-panel.tsx'
import { offerUndo } from './undo-bar.tsx'
import { DateText } from './words.tsx'

type AttachmentsListProps = {
  patientId: PatientId
  kind: AttachmentKind
  /** The prescription, clearance, letter or episode the scans belong to; null for those of the patient alone. */
  refId: string | null
  /** What the button says: `Attach scan`. */
  add?: string
  /** Names the list for screen readers, where several stand on one screen. */
  label?: string
}

/** The scans of one thing: attach a file, look at it here or in the system’s viewer, take it off with Undo. */
export function AttachmentsList({ patientId, kind, refId, add = 'Attach scan', label = 'Scans' }: AttachmentsListProps) {
  const found = useQuery(ask('attachments.list', { patientId }))
  const attach = useCommand('attachments.attach')
  const scans = found.data?.filter(scan => scan.kind === kind && scan.refId === refId) ?? []
  return (
    <div className={css.scans}>
      <ScanRows scans={scans} label={label} />
      <Problem error={found.error ?? attach.error} />
      <p>
        <Button
          kind="text"
          size="small"
          icon="plus"
          busy={attach.isPending}
          label={label === 'Scans' ? undefined : `${add}: ${label}`}
          onClick={() => attach.mutate({ patientId, kind, refId })}
        >
          {add}
        </Button>
        {scans.length === 0 && !attach.error && <span className={css.hint}>PDF, JPEG or PNG, up to 20 MB</span>}
      </p>
    </div>
  )
}

/** Scans, each to be looked at here, opened or taken off. `about` says what one is of, where they are of several things. */
export function ScanRows({ scans, label, about }: { scans: readonly Attachment[]; label: string; about?: (scan: Attachment) => string }) {
  const [shown, setShown] = useState<Attachment | null>(null)
  const [list, setList] = useState<HTMLUListElement | null>(null)
  if (scans.length === 0) return null
  return (
    <>
      <ul aria-label={label} ref={setList}>
        {scans.map(scan => (
          <ScanRow key={scan.id} scan={scan} about={about?.(scan)} onShow={() => setShown(scan)} />
        ))}
      </ul>
      {shown && createPortal(<ScanPanel key={shown.id} scan={shown} onClose={() => setShown(null)} />, workAreaOf(list))}
    </>
  )
}

// The list may stand in a panel or a narrow column; the scan gets the edge of the whole work area.
const workAreaOf = (list: HTMLElement | null) => list?.closest('[data-work]') ?? document.body

const sizeOf = (bytes: number) => (bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`)

function ScanRow({ scan, about, onShow }: { scan: Attachment; about: string | undefined; onShow: () => void }) {
  const open = useCommand('attachments.open')
  const remove = useCommand('attachments.remove')
  const putBack = useCommand('attachments.putBack')
  const takeOff = () =>
    remove.mutate({ attachmentId: scan.id }, { onSuccess: () => offerUndo(`“${scan.name}” was taken off.`, () => putBack.mutate({ attachmentId: scan.id })) })
  return (
    <li className={css.scan}>
      <Icon name={scan.mediaType === 'application/pdf' ? 'receipt' : 'eye'} />
      <button type="button" className={css.open} onClick={onShow}>
        <span className={css.name}>{scan.name}</span>
        <span className={css.second}>
          {about && `${about} · `}
          <DateText day={scan.addedOn} form="short" /> · {sizeOf(scan.bytes)} · {scan.addedBy}
        </span>
      </button>
      <ActionMenu
        label={`More for ${scan.name}`}
        actions={[
          { words: 'Open in viewer', run: () => open.mutate({ attachmentId: scan.id }) },
          { words: 'Take off', run: takeOff },
        ]}
      />
      <Problem error={open.error ?? remove.error ?? putBack.error} />
    </li>
  )
}
