import { formatTime, localDate } from '../../shared/lib/dates.ts'
import css from './calendar-grid.module.css'
import { type Scale, timeAt } from './calendar-layout.ts'

/** Nearer than this to the present time, in minutes, an hour’s own label makes room. */
const ROOM_MINUTES = 12

const ANY_DAY = localDate('2000-01-01')
const hourWords = (minute: number) => formatTime(timeAt(ANY_DAY, minute)).replace(':00', '')

/** The hours beside the columns, and the present time between them where today is shown. */
export function CalendarHours({ scale, nowMinute }: { scale: Scale; nowMinute: number | null }) {
  const { from, to, px } = scale
  const hours = Array.from({ length: (to - from) / 60 }, (_, index) => from + index * 60)
  const isNowShown = nowMinute !== null && nowMinute >= from && nowMinute <= to
  return (
    <div className={css.hours} aria-hidden="true">
      {hours.map(minute =>
        isNowShown && Math.abs(minute + 5 - nowMinute) < ROOM_MINUTES ? null : (
          <span key={minute} style={{ top: (minute - from) * px + 2 }}>
            {hourWords(minute)}
          </span>
        ),
      )}
      {isNowShown && (
        <b className={css.nowTime} style={{ top: (nowMinute - from) * px }}>
          {formatTime(timeAt(ANY_DAY, nowMinute)).slice(0, -3)}
        </b>
      )}
    </div>
  )
}
