import type { Series } from '../../shared/appointments/series-schema.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { EstimateStep } from '../ui/estimate-step.tsx'
import { Problem } from '../ui/messages.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import css from './series.module.css'
import { whenWords } from './series-preview-list.tsx'

/** A series was booked: its visits, and the card to take home. */
export function SeriesDone({ series, patientId, onClose }: { series: Series; patientId: PatientId; onClose: () => void }) {
  const card = useCommand('documents.openAppointmentCard')
  const file = useCommand('appointments.exportCalendar')
  const print = () => card.mutate({ patientId, appointmentIds: series.visits.map(visit => visit.appointmentId) })
  const save = () => file.mutate({ what: { kind: 'series', seriesId: series.id } }, { onSuccess: saved => saved && offerUndo('The calendar file is saved.') })
  useHotkey({ keys: 'alt+c', label: 'Print appointment card', run: print })
  const footer = (
    <>
      <Button kind="primary" onClick={onClose}>
        Done
      </Button>
      <Button icon="printer" keys="alt+c" busy={card.isPending} onClick={print}>
        Print appointment card
      </Button>
      <Button kind="text" busy={file.isPending} onClick={save}>
        Calendar file
      </Button>
    </>
  )
  return (
    <SidePanel
      title={series.visits.length === 1 ? '1 visit is booked' : `${series.visits.length} visits are booked`}
      note={series.patientName}
      onClose={onClose}
      width={520}
      footer={footer}
    >
      <Problem error={card.error ?? file.error} />
      <p role="status">{series.words}</p>
      <EstimateStep patientId={patientId} />
      <ol className={css.visits}>
        {series.visits.map(visit => (
          <li key={visit.appointmentId} className={css.planned}>
            {whenWords(visit.startsAt)}
          </li>
        ))}
      </ol>
    </SidePanel>
  )
}
