import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Appointment, AppointmentFields } from '../../shared/appointments/schema.ts'
import { ask } from '../lib/api.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import css from './booking.module.css'

/** What speaks against a time, said while it is being chosen; red where booking there is refused. */
export function BookingWarnings({ fields, ignore }: { fields: AppointmentFields; ignore: Appointment['id'] | null }) {
  const warnings = useQuery({ ...ask('appointments.check', { fields, ignore }), placeholderData: keepPreviousData })
  return (
    <div className={css.warnings} role="status">
      {warnings.data?.map(warning => (
        <div key={warning.sentence} className={cx(css.warning, warning.level === 'refused' && css.refused)}>
          <Icon name="warning" />
          <span>{warning.sentence}</span>
        </div>
      ))}
    </div>
  )
}
