import type { Appointment } from '../../shared/appointments/schema.ts'
import type { IconName } from './icons.tsx'

/** The sign of where a visit stands, the same on every screen: ring booked, tick confirmed, double tick checked out; a pencil while its note is open. */
export function visitMark({ status, noteState }: Pick<Appointment, 'status' | 'noteState'>): IconName {
  switch (status) {
    case 'booked':
      return 'ring'
    case 'confirmed':
      return 'check'
    case 'arrived':
      return 'half'
    case 'in-session':
      return 'dot'
    case 'finished':
      return noteState === 'signed' ? 'warning' : 'pencil'
    case 'checked-out':
      return noteState === 'signed' ? 'double-check' : 'pencil'
    case 'no-show':
    case 'cancelled':
      return 'cancelled'
  }
}
