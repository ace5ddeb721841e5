import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Backup } from '../../shared/data/requests.ts'
import { RestoreForm } from '../access/restore-form.tsx'
import { ask, queryClient, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { Table } from '../ui/table.tsx'
import { MomentText } from '../ui/words.tsx'
import { SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'

const reasons: Readonly<Record<Backup['kind'], string>> = {
  asked: 'Made by hand',
  'on-quit': 'When Myodesk was closed',
  'before-migration': 'Before an update',
}

/** Verified encrypted copies: list, make one now, save one elsewhere, put one back. */
export function BackupsSection() {
  const list = useQuery(ask('data.listBackups', {}))
  const backUp = useCommand('data.backUp')
  const backUpTo = useCommand('data.backUpTo')
  const [isRestoring, setRestoring] = useState(false)
  return (
    <SectionFrame title="Backups" note="Each backup is a whole encrypted copy, reopened and checked before it counts. One is made whenever Myodesk closes.">
      <div className={css.form}>
        <div className={css.row}>
          <Button kind="primary" icon="drive" busy={backUp.isPending} onClick={() => backUp.mutate({})}>
            Back up now
          </Button>
          <Button icon="save" busy={backUpTo.isPending} onClick={() => backUpTo.mutate({})}>
            Save a copy elsewhere
          </Button>
          <Button kind="text" onClick={() => setRestoring(true)}>
            Restore a backup
          </Button>
          {backUp.isSuccess && <Status icon="check">Backed up and verified</Status>}
          {backUpTo.data && <Status icon="check">{`Copy saved as ${backUpTo.data.name}`}</Status>}
        </div>
        <Problem error={backUp.error ?? backUpTo.error ?? list.error} />
        {list.data?.length === 0 && <Empty title="No backup yet">Make one now; it takes a moment.</Empty>}
        {list.data && list.data.length > 0 && <BackupTable backups={list.data} />}
        <p className={css.quiet}>A computer can be stolen or fail with its backups on it. Save a copy on a drive that is kept elsewhere.</p>
      </div>
      {isRestoring && (
        <SidePanel title="Restore a backup" onClose={() => setRestoring(false)} width={460}>
          <RestoreForm needsRecoveryKey={false} onRestored={status => queryClient.setQueryData(['access.status', {}], status)} />
        </SidePanel>
      )}
    </SectionFrame>
  )
}

function BackupTable({ backups }: { backups: readonly Backup[] }) {
  return (
    <Table
      caption="Backups on this computer"
      rows={backups}
      keyOf={backup => backup.path}
      columns={[
        { title: 'When', cell: backup => <MomentText at={backup.at} /> },
        { title: 'Why', cell: backup => reasons[backup.kind] },
        { title: 'File', cell: backup => <span className={css.quiet}>{backup.name}</span> },
        { title: 'Size', align: 'right', cell: backup => `${(backup.bytes / 1_000_000).toFixed(1)} MB` },
      ]}
    />
  )
}
