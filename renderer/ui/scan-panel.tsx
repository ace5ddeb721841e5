import { useState } from 'react'
import type { Attachment } from '../../shared/attachments/schema.ts'
import { useCommand } from '../lib/api.ts'
import css from './attachments-list.module.css'
import { Button } from './button.tsx'
import { Problem } from './messages.tsx'
import { PaperView } from './paper-view.tsx'
import { SidePanel } from './side-panel.tsx'
import { DateText } from './words.tsx'

/** A scan as it was attached, page by page or as the picture it is, beside the screen it belongs to. */
export function ScanPanel({ scan, onClose }: { scan: Attachment; onClose: () => void }) {
  const open = useCommand('attachments.open')
  const [isBroken, setBroken] = useState(false)
  const note = (
    <>
      Attached <DateText day={scan.addedOn} /> by {scan.addedBy}
    </>
  )
  const footer = (
    <>
      <Button icon="open" busy={open.isPending} onClick={() => open.mutate({ attachmentId: scan.id })}>
        Open in viewer
      </Button>
      <Button kind="text" onClick={onClose}>
        Close
      </Button>
    </>
  )
  return (
    <SidePanel title={scan.name} note={note} onClose={onClose} footer={footer} width={640} readOnly>
      <Problem error={open.error} />
      {isBroken && <Problem tone="care" error={{ message: 'This picture cannot be shown here. Try the system’s viewer.' }} />}
      {scan.mediaType === 'application/pdf' ? (
        <PaperView path={scan.path} label={scan.name} />
      ) : (
        !isBroken && <img className={css.picture} src={scan.path} alt={scan.name} onError={() => setBroken(true)} />
      )}
    </SidePanel>
  )
}
