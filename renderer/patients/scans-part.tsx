import { useQuery } from '@tanstack/react-query'
import type { Attachment } from '../../shared/attachments/schema.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { ask, useCommand } from '../lib/api.ts'
import { ScanRows } from '../ui/attachments-list.tsx'
import { Button } from '../ui/button.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import css from './scans-part.module.css'

const KINDS = {
  prescription: 'Prescription',
  clearance: 'Clearance',
  intake: 'Intake form',
  reply: 'Physician’s reply',
  other: 'Other',
} as const satisfies Record<Attachment['kind'], string>

/** Every scan on the patient’s chart, whatever it belongs to, newest first; another one of the patient alone may be added here. */
export function ScansPart({ patientId }: { patientId: PatientId }) {
  const scans = useQuery(ask('attachments.list', { patientId }))
  const attach = useCommand('attachments.attach')
  return (
    <section className={css.scans} aria-labelledby="chart-scans">
      <header className={css.head}>
        <h2 id="chart-scans">Scans</h2>
        <Button size="small" icon="plus" busy={attach.isPending} onClick={() => attach.mutate({ patientId, kind: 'other', refId: null })}>
          Attach scan
        </Button>
      </header>
      <Problem error={scans.error ?? attach.error} />
      {!scans.data && !scans.error && <Waiting />}
      {scans.data?.length === 0 && (
        <Empty title="No scans yet" icon="eye">
          Prescriptions, clearances and intake forms on paper: PDF, JPEG or PNG, up to 20 MB. They stay with what they are attached to, and here.
        </Empty>
      )}
      <ScanRows scans={scans.data ?? []} label="All scans of the patient" about={({ kind }) => KINDS[kind]} />
    </section>
  )
}
