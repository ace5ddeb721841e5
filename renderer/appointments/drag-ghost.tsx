import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { addMinutes, formatTime } from '../../shared/lib/dates.ts'
import { ask } from '../lib/api.ts'
import { cx } from '../ui/cx.ts'
import css from './calendar.module.css'
import { type CalendarColumn, MINUTE_PX, timeAt } from './calendar-layout.ts'
import type { Drag } from './use-drag.ts'

/** What a dragged visit would become, with anything that speaks against it said before the drop. */
export function DragGhost({ drag, column, from }: { drag: Drag; column: CalendarColumn; from: number }) {
  const startsAt = timeAt(column.day, drag.minute)
  const visit = drag.visit
  const fields = visit && {
    patientId: visit.patientId,
    episodeId: visit.episodeId,
    practitionerId: column.practitionerId ?? visit.practitionerId,
    startsAt: drag.kind === 'resize' ? visit.startsAt : startsAt,
    minutes: drag.minutes,
    remark: visit.remark,
  }
  const warnings = useQuery({
    ...ask('appointments.check', { fields: fields ?? noFields, ignore: visit?.id ?? null }),
    enabled: fields !== null,
    placeholderData: keepPreviousData,
  })
  const [worst] = warnings.data ?? []
  const starts = drag.kind === 'resize' && visit ? visit.startsAt : startsAt
  const top = (Number(starts.slice(11, 13)) * 60 + Number(starts.slice(14, 16)) - from) * MINUTE_PX
  return (
    <>
      <div className={cx(css.ghost, worst && css.ghostCare)} style={{ top, height: drag.minutes * MINUTE_PX - 2 }}>
        <b>{visit?.patientName ?? 'New visit'}</b>
        <div>
          {formatTime(starts)} to {formatTime(addMinutes(starts, drag.minutes))}
        </div>
      </div>
      {worst && (
        <div className={css.say} style={{ top: top + drag.minutes * MINUTE_PX + 6, left: 4 }} role="status">
          {worst.sentence}
        </div>
      )}
    </>
  )
}

const noFields = {
  patientId: '00000000-0000-4000-8000-000000000000',
  episodeId: null,
  practitionerId: '00000000-0000-4000-8000-000000000000',
  startsAt: '2000-01-01T00:00',
  minutes: 60,
  remark: '',
}
