import { useNavigate } from '@tanstack/react-router'
import type { ReadinessFix } from '../../shared/billing/readiness-item.ts'
import { AppointmentId, EpisodeId, type PatientId } from '../../shared/lib/ids.ts'

const PATIENCE_MS = 3000

/** Puts the focus into the field of that name as soon as the screen that has it is drawn. */
export function focusField(field: string): void {
  const found = () =>
    [...document.querySelectorAll<HTMLElement>('main [name]')].find(one => one.getAttribute('name')?.split('.').at(-1) === field) ??
    document.querySelector<HTMLElement>(`main [id^="note-${CSS.escape(field)}"] :is(input, button, textarea)`)
  const until = performance.now() + PATIENCE_MS
  const look = () => {
    const input = found()
    if (input) {
      input.scrollIntoView({ block: 'center' })
      input.focus()
    } else if (performance.now() < until) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Leads to the screen and field where something about a superbill is fixed. */
export function useFix(patientId: PatientId): (fix: ReadinessFix) => void {
  const navigate = useNavigate()
  const go = ({ screen, refId, field }: ReadinessFix) => {
    const details = () => navigate({ to: '/patients/$patientId', params: { patientId }, search: { tab: 'details' } })
    switch (screen) {
      case 'clinic':
        return navigate({ to: '/settings/$section', params: { section: 'clinic' } })
      case 'practitioner':
        return navigate({ to: '/settings/$section', params: { section: 'practitioners' } })
      case 'prescriber':
        return navigate({ to: '/settings/$section', params: { section: 'prescribers' } })
      case 'patient':
      case 'policy':
        return details()
      case 'episode': {
        const id = EpisodeId.safeParse(refId)
        return id.success
          ? navigate({ to: '/episodes/$episodeId', params: { episodeId: id.data } })
          : navigate({ to: '/patients/$patientId', params: { patientId }, search: { tab: 'episodes' } })
      }
      case 'session':
      case 'check-out': {
        const id = AppointmentId.safeParse(refId)
        if (!id.success) return details()
        const params = { appointmentId: id.data }
        // Units and diagnosis letters come from the note; only the payment is entered at check-out.
        return field === 'payment' ? navigate({ to: '/checkout/$appointmentId', params }) : navigate({ to: '/session/$appointmentId', params })
      }
    }
  }
  return fix => void go(fix)?.then(() => focusField(fix.field))
}
