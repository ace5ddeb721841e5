import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'
import css from './calendar.module.css'
import { agendaOf } from './calendar-agenda.ts'
import { CalendarAgenda } from './calendar-agenda-view.tsx'
import { columnsOf } from './calendar-columns.ts'
import { CalendarGrid } from './calendar-grid.tsx'
import { CalendarKey } from './calendar-key.tsx'
import { keyOf } from './calendar-looks.ts'
import { CalendarMonth } from './calendar-month-view.tsx'
import { useNow } from './calendar-now.ts'
import { ZOOM_PX } from './calendar-preferences.ts'
import { viewTitle } from './calendar-search.ts'
import { CalendarSide } from './calendar-side.tsx'
import { CalendarToolbar } from './calendar-toolbar.tsx'
import { type CalendarData, useCalendarData } from './calendar-use-data.ts'
import { useCalendarNavigation } from './calendar-use-navigation.ts'
import { createDragStore } from './drag-store.ts'

const route = getRouteApi('/calendar')

/** Day, week, month and agenda of the clinic: open, book, move and lengthen visits, by mouse or by keyboard. */
export function CalendarScreen() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const now = useNow()
  const nav = useCalendarNavigation({ search, now, navigate: next => void navigate({ search: next }) })
  const data = useCalendarData({ view: nav.view, day: nav.day, shown: nav.shown })
  const title = viewTitle(nav.view, nav.day, nav.today)
  const head = (
    <CalendarToolbar
      title={title}
      view={nav.view}
      day={nav.day}
      today={nav.today}
      show={{
        practitioners: data.practitioners,
        rooms: data.rooms,
        ...nav.shown,
        by: nav.by,
        hasColumns: nav.view === 'day',
        onShow: nav.show,
        onBy: by => nav.go({ by }),
      }}
      onView={view => nav.go({ view })}
      onDay={day => nav.go({ day })}
      onStep={nav.step}
      onBook={nav.bookHere}
      onBlock={() => nav.open({ kind: 'block', block: null, slot: null })}
      onPlan={() => nav.open({ kind: 'plan', slot: null, patientId: null })}
      waitlist={null}
    />
  )
  return (
    <Screen title={`Calendar, ${title}`} head={head}>
      <div className={css.beside}>
        <div className={css.main}>
          <Problem error={data.problem} />
          {nav.view === 'month' ? (
            <CalendarMonth day={nav.day} today={nav.today} onOpen={day => nav.go({ day, view: 'day' })} onTurn={day => nav.go({ day })} />
          ) : data.calendar ? (
            <CalendarDays data={data} calendar={data.calendar} nav={nav} now={now} />
          ) : (
            !data.problem && <Waiting />
          )}
        </div>
        {nav.side && (
          <div className={css.side}>
            <CalendarSide side={nav.side} onSide={nav.open} onDay={day => nav.go({ day })} />
          </div>
        )}
      </div>
    </Screen>
  )
}

type CalendarDaysProps = {
  data: CalendarData
  calendar: NonNullable<CalendarData['calendar']>
  nav: ReturnType<typeof useCalendarNavigation>
  now: ReturnType<typeof useNow>
}

/** The views made from the same days: columns, or the list. */
function CalendarDays({ data, calendar, nav, now }: CalendarDaysProps) {
  const [store] = useState(createDragStore)
  const { shown, by, view } = nav
  const day: LocalDate = data.isBehind ? (calendar.days[0]?.day ?? nav.day) : nav.day
  const grid = useMemo(
    () => (view === 'day' || view === 'week' ? columnsOf({ view, by, day, calendar, rooms: data.rooms, shown }) : null),
    [view, by, day, calendar, data.rooms, shown],
  )
  const px = ZOOM_PX[data.zoom] ?? ZOOM_PX[1]
  const scale = useMemo(() => (grid ? { px, step: data.step, ...grid.hours } : null), [grid, px, data.step])
  const key = (
    <CalendarKey colourBy={data.colourBy} entries={keyOf({ ...data, practitioners: data.practitionersShown }, calendar)} zoom={grid ? data.zoom : null} />
  )
  const parts = { chosen: nav.chosen, looks: data.looks, actions: nav.actions }
  if (!grid || !scale) {
    return (
      <>
        <CalendarAgenda days={agendaOf({ calendar, shown, now, step: data.step })} today={nav.today} saysWho={data.saysWho} {...parts} />
        {key}
      </>
    )
  }
  return (
    <>
      <CalendarGrid
        key={`${view} ${by}`}
        label={view === 'day' ? 'Day' : 'Week'}
        columns={grid.columns}
        scale={scale}
        now={now}
        store={store}
        hasDays={view === 'week'}
        {...parts}
      />
      {key}
    </>
  )
}
