import type { LocalDate } from '../../shared/lib/dates.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { CalendarGoTo } from './calendar-go-to.tsx'
import { CalendarPrint } from './calendar-print.tsx'
import { type CalendarViewName, STEP_NAMES, TODAY_NAMES } from './calendar-search.ts'
import { CalendarShow, type CalendarShowProps } from './calendar-show.tsx'
import css from './calendar-toolbar.module.css'

type CalendarToolbarProps = {
  title: string
  view: CalendarViewName
  day: LocalDate
  today: LocalDate
  show: CalendarShowProps
  onView: (view: CalendarViewName) => void
  onDay: (day: LocalDate) => void
  onStep: (by: 1 | -1) => void
  onBook: () => void
  onBlock: () => void
  onPlan: () => void
  /** Null where the waitlist has no room of its own. */
  waitlist: { isOpen: boolean; toggle: () => void } | null
}

/** The calendar’s head: when, how, whose, and what can be added. */
export function CalendarToolbar({ title, view, day, today, show, onView, onDay, onStep, onBook, onBlock, onPlan, waitlist }: CalendarToolbarProps) {
  return (
    <header className={css.head}>
      <CalendarGoTo title={title} day={day} onDay={onDay} />
      <span className={css.steps}>
        <IconButton icon="left" label={`Previous ${STEP_NAMES[view]}`} aria-keyshortcuts="[" onClick={() => onStep(-1)} />
        <IconButton icon="right" label={`Next ${STEP_NAMES[view]}`} aria-keyshortcuts="]" onClick={() => onStep(1)} />
      </span>
      <Button size="small" onClick={() => onDay(today)}>
        {TODAY_NAMES[view]}
      </Button>
      <span className={css.grow} />
      <Segmented
        label="View"
        size="small"
        value={view}
        onChange={onView}
        choices={[
          { value: 'day', label: 'Day' },
          { value: 'week', label: 'Week' },
          { value: 'month', label: 'Month' },
          { value: 'agenda', label: 'Agenda' },
        ]}
      />
      <CalendarShow {...show} />
      <span className={css.adds}>
        {waitlist && (
          <Button kind="text" size="small" pressed={waitlist.isOpen} onClick={waitlist.toggle}>
            Waitlist
          </Button>
        )}
        <Button kind="text" size="small" onClick={onBlock}>
          Block time
        </Button>
        <CalendarPrint view={view} day={day} today={today} practitionerId={show.practitionerId} />
        <Button kind="text" size="small" icon="repeat" onClick={onPlan}>
          New series
        </Button>
        <Button size="small" icon="plus" keys="n" onClick={onBook}>
          New visit
        </Button>
      </span>
    </header>
  )
}
