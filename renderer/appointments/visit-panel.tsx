import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { mayBecome, statusLabel } from '../../shared/appointments/status.ts'
import { dayOf, type LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, SeriesId } from '../../shared/lib/ids.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { useMayOverrule } from '../lib/overrule.ts'
import { ActionMenu, type MenuAction } from '../ui/action-menu.tsx'
import { Button } from '../ui/button.tsx'
import { CheckIn } from '../ui/check-in.tsx'
import { todayHere, wallNow } from '../ui/clock.ts'
import { Icon } from '../ui/icons.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { MissedVisitPanel } from '../ui/missed-visit.tsx'
import { PrescriptionChoice } from '../ui/prescription-choice.tsx'
import { Section } from '../ui/screen.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { visitMark } from '../ui/visit-mark.ts'
import { HistoryList } from './history-list.tsx'
import { MovePanel } from './move-panel.tsx'
import css from './visit-panel.module.css'
import { CallPart } from './visit-panel-call.tsx'
import { EditVisit } from './visit-panel-edit.tsx'
import { VisitFacts } from './visit-panel-facts.tsx'
import { isComing, mayMove, nextStepOf, STEP_WORDS } from './visit-panel-steps.ts'

type Part = 'visit' | 'move' | 'edit' | 'no-show' | 'cancelled'

type VisitPanelProps = {
  appointmentId: AppointmentId
  onClose: () => void
  onMoved: (day: LocalDate) => void
  onSeries: (seriesId: SeriesId) => void
}

/** One visit beside the calendar: what it is, where it stands, and everything that can be done with it. */
export function VisitPanel(props: VisitPanelProps) {
  const { appointmentId, onClose, onMoved } = props
  const [part, setPart] = useState<Part>('visit')
  const visit = useQuery(ask('appointments.get', { appointmentId }))
  const back = () => setPart('visit')
  if (!visit.data) {
    return (
      <SidePanel title="Visit" onClose={onClose}>
        {visit.error ? <Problem error={visit.error} /> : <Waiting />}
      </SidePanel>
    )
  }
  if (part === 'move') return <MovePanel appointmentId={appointmentId} onClose={back} onMoved={onMoved} />
  if (part === 'edit') return <EditVisit visit={visit.data} onClose={back} />
  if (part === 'no-show' || part === 'cancelled') {
    return <MissedVisitPanel appointmentId={appointmentId} patientName={visit.data.patientName} status={part} onClose={back} />
  }
  return <Overview {...props} visit={visit.data} onPart={setPart} />
}

/** What the buttons of the panel do. */
function useVisitActions(visit: Appointment) {
  const navigate = useNavigate()
  const setStatus = useCommand('appointments.setStatus')
  const begin = useCommand('notes.begin')
  const card = useCommand('documents.openAppointmentCard')
  const file = useCommand('appointments.exportCalendar')
  const isClinical = useMayOverrule()
  const step = nextStepOf(visit, isClinical)
  const params = { appointmentId: visit.id }
  const to = (status: Appointment['status']) => setStatus.mutate({ appointmentId: visit.id, status, reason: '' })
  const openChart = () => void navigate({ to: '/patients/$patientId', params: { patientId: visit.patientId } })
  const steps = {
    'check-in': () => to('arrived'),
    start: () => begin.mutate(params, { onSuccess: () => void navigate({ to: '/session/$appointmentId', params }) }),
    'open-note': () => void navigate({ to: '/session/$appointmentId', params }),
    sign: () => void navigate({ to: '/session/$appointmentId', params }),
    'check-out': () => void navigate({ to: '/checkout/$appointmentId', params }),
    chart: openChart,
    'book-again': () => void navigate({ to: '/calendar', search: { book: visit.patientId } }),
  }
  const printCard = () => card.mutate({ patientId: visit.patientId, appointmentIds: [visit.id] })
  const saveFile = () =>
    file.mutate(
      { what: { kind: 'visit', appointmentId: visit.id } },
      { onSuccess: saved => saved && offerUndo('The calendar file is saved. It names no condition.') },
    )
  return {
    step,
    next: steps[step],
    to,
    openChart,
    printCard,
    saveFile,
    isBusy: setStatus.isPending || begin.isPending,
    error: setStatus.error ?? begin.error ?? card.error ?? file.error,
  }
}

function menuOf(visit: Appointment, actions: ReturnType<typeof useVisitActions>): MenuAction[] {
  const back = (status: Appointment['status'], words: string): MenuAction[] =>
    mayBecome(visit.status, status) ? [{ words, run: () => actions.to(status) }] : []
  return [
    ...(visit.status === 'booked' ? [] : back('booked', 'Back to booked')),
    ...back('confirmed', visit.status === 'booked' ? 'Confirm' : 'Back to confirmed'),
    { words: 'Print appointment card', run: actions.printCard, disabled: !isComing(visit.status) },
    { words: 'Save calendar file (.ics)', run: actions.saveFile, disabled: visit.status === 'cancelled' || visit.status === 'no-show' },
    { words: 'Open chart', run: actions.openChart },
  ]
}

function Overview({ visit, onClose, onSeries, onPart }: VisitPanelProps & { visit: Appointment; onPart: (part: Part) => void }) {
  const actions = useVisitActions(visit)
  const { seriesId } = visit
  const canMove = mayMove(visit.status)
  useHotkey({ keys: 'mod+enter', label: STEP_WORDS[actions.step], run: actions.next })
  useHotkey({ keys: 'alt+m', label: 'Move…', run: () => onPart('move'), enabled: canMove })
  useHotkey({ keys: 'alt+e', label: 'Edit visit', run: () => onPart('edit') })
  const late = visit.isLateCancel ? ', late' : ''
  return (
    <SidePanel
      title={visit.patientName}
      note={
        <>
          {visit.condition || 'No episode yet'} · <Icon name={visitMark(visit)} size={14} className={css.mark} /> {statusLabel(visit.status)}
          {late}
        </>
      }
      onClose={onClose}
      width={440}
      footer={
        <>
          <Button kind="primary" keys="mod+enter" busy={actions.isBusy} onClick={actions.next}>
            {STEP_WORDS[actions.step]}
          </Button>
          <span style={{ flex: 1 }} />
          <ActionMenu label={`More for ${visit.patientName}`} actions={menuOf(visit, actions)} />
        </>
      }
    >
      <div className={css.ways}>
        {canMove && (
          <Button size="small" keys="alt+m" onClick={() => onPart('move')}>
            Move…
          </Button>
        )}
        <Button size="small" keys="alt+e" onClick={() => onPart('edit')}>
          Edit…
        </Button>
        {mayBecome(visit.status, 'cancelled') && (
          <Button size="small" onClick={() => onPart('cancelled')}>
            Cancel visit…
          </Button>
        )}
        {mayBecome(visit.status, 'no-show') && visit.startsAt <= wallNow() && (
          <Button size="small" onClick={() => onPart('no-show')}>
            Did not come…
          </Button>
        )}
        {seriesId && (
          <Button size="small" icon="repeat" onClick={() => onSeries(seriesId)}>
            Series
          </Button>
        )}
      </div>
      <Problem error={actions.error} />
      <VisitFacts visit={visit} />
      <PrescriptionChoice visit={visit} />
      {canMove && dayOf(visit.startsAt) === todayHere() && (
        <Section title="Check-in">
          <CheckIn appointmentId={visit.id} />
        </Section>
      )}
      {isComing(visit.status) && <CallPart appointmentId={visit.id} phone={visit.phone} day={dayOf(visit.startsAt)} />}
      <HistoryList appointmentId={visit.id} />
    </SidePanel>
  )
}
