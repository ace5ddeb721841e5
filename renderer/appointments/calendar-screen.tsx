import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Appointment } from '../../shared/appointments/schema.ts'
import { addDays, dayOf, formatLongDay, formatWeekday, type LocalDate, localDate, mondayOf } from '../../shared/lib/dates.ts'
import type { PractitionerId } from '../../shared/lib/ids.ts'
import type { Practitioner } from '../../shared/practice/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { todayHere, wallNow } from '../ui/clock.ts'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Screen } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { BookingPanel } from './booking-panel.tsx'
import css from './calendar.module.css'
import { CalendarGrid, type Slot } from './calendar-grid.tsx'
import { type CalendarColumn, daysOfWeek, firstTimeOn, rangeWords } from './calendar-layout.ts'
import { VisitPanel } from './visit-panel.tsx'

const route = getRouteApi('/calendar')
const EVERYONE = 'everyone'

function columnsOf(view: 'day' | 'week', day: LocalDate, visits: readonly Appointment[], people: readonly Practitioner[]): CalendarColumn[] {
  if (view === 'day') {
    return people.map(person => ({
      key: person.id,
      day,
      practitionerId: person.id,
      title: person.legalName,
      visits: visits.filter(visit => visit.practitionerId === person.id),
    }))
  }
  const [only] = people
  const practitionerId = people.length === 1 && only ? only.id : null
  return daysOfWeek(day, visits).map(one => ({
    key: one,
    day: one,
    practitionerId,
    title: formatWeekday(one),
    visits: visits.filter(visit => dayOf(visit.startsAt) === one),
  }))
}

/** Day and week of the clinic: open, book, move and lengthen visits, by mouse or by keyboard. */
export function CalendarScreen() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const view = search.view ?? 'week'
  const day = search.day ?? todayHere()
  const [person, setPerson] = useState<PractitionerId | typeof EVERYONE>(EVERYONE)
  const [chosenId, setChosenId] = useState<Appointment['id'] | null>(null)
  const [booking, setBooking] = useState<Slot | null>(null)
  const move = useCommand('appointments.move')

  const from = view === 'day' ? day : mondayOf(day)
  const visits = useQuery({
    ...ask('appointments.list', { from, to: view === 'day' ? day : addDays(from, 6), practitionerId: null }),
    placeholderData: keepPreviousData,
  })
  const clinic = useQuery(ask('practice.getClinic', {}))
  const practitioners = useQuery(ask('practice.listPractitioners', {}))

  const go = (next: { day?: LocalDate; view?: 'day' | 'week' }) => void navigate({ search: { day, view, ...next } })
  const step = (by: 1 | -1) => go({ day: addDays(day, by * (view === 'day' ? 1 : 7)) })
  const firstTime = firstTimeOn(day, clinic.data?.opensAt ?? '09:00', wallNow())
  const openBooking = () => setBooking({ startsAt: firstTime, minutes: 60, practitionerId: person === EVERYONE ? null : person })
  const closeBooking = () => {
    setBooking(null)
    if (search.book || search.new) go({})
  }
  useHotkey({ keys: 'n', label: 'New visit', run: openBooking })
  useHotkey({ keys: 't', label: 'Today', run: () => go({ day: todayHere() }) })
  useHotkey({ keys: 'd', label: 'Day', run: () => go({ view: 'day' }) })
  useHotkey({ keys: 'w', label: 'Week', run: () => go({ view: 'week' }) })
  useHotkey({ keys: 'j', label: view === 'day' ? 'Next day' : 'Next week', run: () => step(1) })
  useHotkey({ keys: 'k', label: view === 'day' ? 'Previous day' : 'Previous week', run: () => step(-1) })

  const problem = visits.error ?? clinic.error ?? practitioners.error
  if (problem) return <Problem error={problem} />
  if (!visits.data || !clinic.data || !practitioners.data) return <Waiting />
  const active = practitioners.data.filter(one => one.isActive)
  const shown = person === EVERYONE ? active : active.filter(one => one.id === person)
  const seen = visits.data.filter(visit => person === EVERYONE || visit.practitionerId === person)
  const columns = columnsOf(view, day, seen, shown)
  const chosen = visits.data.find(visit => visit.id === chosenId)
  const slot = booking ?? (search.book || search.new ? { startsAt: firstTime, minutes: 60, practitionerId: null } : null)
  const title = view === 'day' ? formatLongDay(day) : rangeWords(columns.map(column => column.day))

  const moveTo = (visit: Appointment, to: Slot) => {
    const practitionerId = to.practitionerId ?? visit.practitionerId
    const back = { appointmentId: visit.id, startsAt: visit.startsAt, minutes: visit.minutes, practitionerId: visit.practitionerId }
    move.mutate(
      { ...back, startsAt: to.startsAt, minutes: to.minutes, practitionerId },
      { onSuccess: () => offerUndo(`${visit.patientName}’s visit was moved.`, () => move.mutate(back)) },
    )
  }
  const head = (
    <header className={css.head}>
      <h1>{title}</h1>
      <IconButton icon="left" label={view === 'day' ? 'Previous day' : 'Previous week'} onClick={() => step(-1)} />
      <IconButton icon="right" label={view === 'day' ? 'Next day' : 'Next week'} onClick={() => step(1)} />
      <Button size="small" onClick={() => go({ day: todayHere() })}>
        {view === 'day' ? 'Today' : 'This week'}
      </Button>
      <span className={css.grow} />
      <Segmented
        label="View"
        size="small"
        value={view}
        onChange={next => go({ view: next })}
        choices={[
          { value: 'day', label: 'Day' },
          { value: 'week', label: 'Week' },
        ]}
      />
      {active.length > 1 && (
        <Segmented
          label="Practitioner"
          size="small"
          value={person}
          onChange={setPerson}
          choices={[{ value: EVERYONE, label: 'Everyone' }, ...active.map(one => ({ value: one.id, label: one.legalName }))]}
        />
      )}
      <Button kind="primary" size="small" icon="plus" keys="n" onClick={openBooking}>
        New visit
      </Button>
    </header>
  )
  return (
    <Screen title={`Calendar, ${title}`} head={head}>
      <Problem error={move.error} />
      <CalendarGrid
        columns={columns}
        clinic={clinic.data}
        chosenId={chosenId}
        hasPanel={slot !== null || chosen !== undefined}
        onOpen={visit => setChosenId(visit.id)}
        onCreate={setBooking}
        onMove={moveTo}
      />
      {slot ? (
        <BookingPanel
          key={`${booking?.startsAt ?? ''} ${search.book ?? ''}`}
          slot={slot}
          patientId={search.book ?? null}
          practitioners={active}
          onClose={closeBooking}
          onBooked={booked => {
            setBooking(null)
            go({ day: localDate(booked) })
          }}
        />
      ) : (
        chosen && (
          <VisitPanel
            key={chosen.id}
            visit={chosen}
            practitioners={active}
            onClose={() => setChosenId(null)}
            onMoved={moved => go({ day: localDate(moved) })}
          />
        )
      )}
    </Screen>
  )
}
