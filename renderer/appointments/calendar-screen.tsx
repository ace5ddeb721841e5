import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { ask } from '../lib/api.ts'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'
import css from './calendar.module.css'
import { agendaOf } from './calendar-agenda.ts'
import { CalendarAgenda } from './calendar-agenda-view.tsx'
import { CalendarAside } from './calendar-aside.tsx'
import { columnsOf, weekDays, weekTitle } from './calendar-columns.ts'
import { CalendarGrid } from './calendar-grid.tsx'
import { CalendarKey } from './calendar-key.tsx'
import { keyOf } from './calendar-looks.ts'
import { CalendarMonth } from './calendar-month-view.tsx'
import { useNow } from './calendar-now.ts'
import { keepPreference, useCalendarPreferences, ZOOM_PX } from './calendar-preferences.ts'
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
  const title = data.calendar && nav.view === 'week' ? weekTitle(weekDays(data.calendar, nav.day), nav.today) : viewTitle(nav.view, nav.day, nav.today)
  const isWide = useMediaQuery('(min-width: 1360px)', window.matchMedia('(min-width: 1360px)').matches) ?? true
  const preferences = useCalendarPreferences()
  const waiting = useQuery(ask('waitlist.list', {})).data ?? []
  const hasWaitlist = isWide && preferences.hasWaitlist && waiting.length > 0
  const toggleWaitlist = () => {
    if (hasWaitlist) keepPreference({ hasWaitlist: false })
    else if (isWide && waiting.length > 0) keepPreference({ hasWaitlist: true })
    else nav.open(nav.side?.kind === 'waitlist' ? null : { kind: 'waitlist' })
  }
  const head = (
    <CalendarToolbar
      title={title}
      view={nav.view}
      day={nav.day}
      today={nav.today}
      show={{
        practitioners: nav.view === 'month' ? [] : data.practitioners,
        rooms: nav.view === 'month' ? [] : data.rooms,
        ...nav.shown,
        by: nav.by,
        hasColumns: nav.view === 'day',
        onShow: nav.show,
      }}
      onView={view => nav.go({ view })}
      onDay={day => nav.go({ day })}
      onStep={nav.step}
      onBook={nav.bookHere}
      onBlock={() => nav.open({ kind: 'block', block: null, slot: null })}
      onPlan={() => nav.open({ kind: 'plan', slot: null, patientId: null })}
      waitlist={{ isOpen: nav.side === null ? hasWaitlist : nav.side.kind === 'waitlist', toggle: toggleWaitlist }}
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
        <CalendarBeside nav={nav} hasWaitlist={hasWaitlist} />
      </div>
    </Screen>
  )
}

type CalendarBesideProps = { nav: ReturnType<typeof useCalendarNavigation>; hasWaitlist: boolean }

/** What stands beside the calendar: a panel, or the column with the series and the waitlist. */
function CalendarBeside({ nav, hasWaitlist }: CalendarBesideProps) {
  const { side } = nav
  if (side && side.kind !== 'series' && side.kind !== 'waitlist') {
    return (
      <div className={css.side}>
        <CalendarSide side={side} onSide={nav.open} onDay={day => nav.go({ day })} />
      </div>
    )
  }
  if (!side && !hasWaitlist) return null
  return <CalendarAside seriesId={side?.kind === 'series' ? side.seriesId : null} isOver={side?.kind === 'waitlist'} onSide={nav.open} />
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
  if (grid.columns.length === 0) {
    return (
      <Empty title="Nobody to show on this day" icon="calendar">
        Choose another practitioner or room above, or add one in Settings.
      </Empty>
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
