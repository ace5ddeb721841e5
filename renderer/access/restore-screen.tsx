import type { AccessStatus } from '../../shared/access/schema.ts'
import { queryClient } from '../lib/api.ts'
import { AccessFrame } from './access-frame.tsx'
import { RestoreForm } from './restore-form.tsx'
import css from './sign-in-screen.module.css'

/** Puts a backup in place before sign-in: from the clinic's own folder, a drive, or another computer. */
export function RestoreScreen({ status, onBack }: { status: AccessStatus; onBack: () => void }) {
  const isNew = status.state === 'empty'
  return (
    <AccessFrame
      status={status}
      title={isNew ? 'Restore from a backup' : status.clinicName || 'Myodesk'}
      note={isNew ? 'Bring the records of another computer, or of an older installation.' : 'Put a backup in place of the records on this computer.'}
    >
      <div className={css.panel}>
        <RestoreForm
          needsRecoveryKey={isNew || !status.passwordWorks}
          onBack={onBack}
          onRestored={restored => queryClient.setQueryData(['access.status', {}], restored)}
        />
      </div>
    </AccessFrame>
  )
}
