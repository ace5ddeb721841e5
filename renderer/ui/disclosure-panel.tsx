import { useQuery } from '@tanstack/react-query'
import type { Disclosure, DisclosureGrounds } from '../../shared/claims/disclosure.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { Button } from './button.tsx'
import { Status } from './chip.tsx'
import css from './claim-kit.module.css'
import { DisclosureForm, newDisclosure } from './disclosure-fields.tsx'
import { FormPanel } from './form-panel.tsx'
import { KeptNote } from './kept-note.tsx'
import { Problem, Waiting } from './messages.tsx'
import { DateText } from './words.tsx'

/** To whom a patient’s records were given, to see, to print, and to add to. */
export function DisclosuresPanel({ patientId, onClose }: { patientId: PatientId; onClose: () => void }) {
  const found = useQuery(ask('claims.listDisclosures', { patientId }))
  if (found.error) return <Problem error={found.error} />
  if (!found.data) return <Waiting />
  return <Loaded patientId={patientId} disclosures={found.data.disclosures} grounds={found.data.grounds} onClose={onClose} />
}

type LoadedProps = { patientId: PatientId; disclosures: readonly Disclosure[]; grounds: DisclosureGrounds; onClose: () => void }

function Loaded({ patientId, disclosures, grounds, onClose }: LoadedProps) {
  const record = useCommand('claims.recordDisclosure')
  const print = useCommand('documents.openDisclosures')
  const draft = useKeptDraft(newDisclosure(grounds), `disclosure of ${patientId}`)
  const send = () => record.mutate({ patientId, documentId: null, disclosure: draft.values }, { onSuccess: () => draft.restart(newDisclosure(grounds)) })
  const errors = record.error?.fields ?? {}
  return (
    <FormPanel
      title="Disclosures"
      note="Who was given this patient’s records. A records packet is noted here by itself."
      save="Note disclosure"
      busy={record.isPending}
      problem={record.error ?? print.error}
      onSave={send}
      onClose={onClose}
      close="Close"
      width={480}
    >
      {disclosures.length === 0 && <p className={css.second}>No records were given to anybody outside the clinic.</p>}
      <ul className={css.list}>
        {disclosures.map(each => (
          <li key={each.id} className={css.item}>
            <span>
              <DateText day={each.disclosedOn} form="short" />: {each.disclosedTo}
              <span className={css.detail}>
                {each.purpose}
                {each.paperWords && ` · ${each.paperWords}`} · {each.ground}
              </span>
            </span>
            {!each.isReleased && <Status icon="warning">Without a release</Status>}
          </li>
        ))}
      </ul>
      <p>
        <Button size="small" icon="printer" busy={print.isPending} onClick={() => print.mutate({ patientId })}>
          Print list
        </Button>
      </p>
      <p className={css.part}>Note another</p>
      <KeptNote form={draft} />
      <DisclosureForm value={draft.values} onChange={draft.change} grounds={grounds} errors={errors} />
    </FormPanel>
  )
}
