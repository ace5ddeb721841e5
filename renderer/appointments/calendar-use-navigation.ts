import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { dayOf, type LocalDate, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { AppointmentId, PatientId, WaitlistId } from '../../shared/lib/ids.ts'
import { askWhen } from '../lib/ask-when.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import type { CalendarActions, Chosen } from './calendar-actions.ts'
import type { Shown } from './calendar-columns.ts'
import { useKeptSide } from './calendar-kept-side.ts'
import { firstTimeOn } from './calendar-layout.ts'
import { keepPreference, readZoom, zoomed } from './calendar-preferences.ts'
import { type CalendarViewName, stepView } from './calendar-search.ts'
import type { Side } from './calendar-side.tsx'

/** The calendar’s address: which days, how, and what is to be opened beside them. */
export type CalendarSearch = {
  readonly day?: LocalDate | undefined
  readonly view?: CalendarViewName | undefined
  readonly by?: 'practitioner' | 'room' | undefined
  readonly book?: PatientId | undefined
  readonly new?: boolean | undefined
  readonly visit?: AppointmentId | undefined
  readonly series?: PatientId | undefined
  readonly waitlist?: WaitlistId | undefined
}

type Place = Pick<CalendarSearch, 'day' | 'view' | 'by'>

/** What an address asks to open. */
function sideOf(search: CalendarSearch): Side | null {
  if (search.visit) return { kind: 'visit', visitId: search.visit }
  if (search.series) return { kind: 'plan', slot: null, patientId: search.series }
  if (search.book || search.new || search.waitlist) return { kind: 'book', slot: null, patientId: search.book ?? null, waitlistId: search.waitlist ?? null }
  return null
}

type NavigationOptions = { readonly search: CalendarSearch; readonly now: LocalDateTime; readonly navigate: (search: CalendarSearch) => void }

/** Where one is in the calendar and what is open beside it, with the ways to change both. */
export function useCalendarNavigation({ search, now, navigate }: NavigationOptions) {
  const today = dayOf(now)
  const [opened, setOpened] = useKeptSide()
  const [shown, setShown] = useState<Shown>({ practitionerId: null, roomId: null })
  const asked = useQuery(askWhen('appointments.get', search.visit && !search.day ? { appointmentId: search.visit } : null)).data
  const view = search.view ?? 'week'
  const by = search.by ?? 'practitioner'
  const day = search.day ?? (asked ? dayOf(asked.startsAt) : today)
  const wanted = sideOf(search)
  const [followed, setFollowed] = useState(JSON.stringify(wanted))
  if (JSON.stringify(wanted) !== followed) {
    // An address that asks for something takes over from what was opened here before.
    setFollowed(JSON.stringify(wanted))
    if (wanted) setOpened(null)
  }
  const side = opened ?? wanted

  const place: Place = { day: search.day ?? (asked ? day : undefined), view: search.view, by: search.by }
  const go = (next: Place) => navigate({ ...search, ...place, ...next })
  const open = (next: Side | null) => {
    setOpened(next)
    if (wanted) navigate(place)
  }
  const show = (next: Shown, columns: 'practitioner' | 'room') => {
    setShown(next)
    if (columns !== by) go({ by: columns })
  }
  const step = (by: 1 | -1) => go({ day: stepView(view, day, by) })
  const bookHere = () => {
    const startsAt = firstTimeOn(day, '09:00', now)
    const slot = day <= today ? null : { startsAt, minutes: 60, practitionerId: shown.practitionerId, roomId: shown.roomId }
    open({ kind: 'book', slot, patientId: null, waitlistId: null })
  }
  const latest = useRef({ open, go, step })
  useEffect(() => {
    latest.current = { open, go, step }
  })
  const actions = useMemo<CalendarActions>(
    () => ({
      open: visitId => latest.current.open({ kind: 'visit', visitId }),
      openBlock: block => latest.current.open({ kind: 'block', block, slot: null }),
      book: slot => latest.current.open({ kind: 'book', slot, patientId: null, waitlistId: null }),
      move: visitId => latest.current.open({ kind: 'move', visitId }),
      cancel: visit => latest.current.open({ kind: 'cancel', visit }),
      turn: by => latest.current.step(by),
      openDay: next => latest.current.go({ day: next, view: 'day' }),
    }),
    [],
  )
  useCalendarHotkeys({ go, step, bookHere, today })
  const chosen = useChosen(side)
  return { today, view, by, day, shown, show, side, go, open, step, bookHere, actions, chosen }
}

/** The visit that is open, and the series whose visits are shown together. */
function useChosen(side: Side | null): Chosen {
  const visitId = side?.kind === 'visit' || side?.kind === 'move' ? side.visitId : side?.kind === 'cancel' ? side.visit.id : null
  const own = useQuery(askWhen('appointments.get', visitId === null ? null : { appointmentId: visitId })).data
  const seriesId = side?.kind === 'series' ? side.seriesId : visitId !== null && own?.id === visitId ? own.seriesId : null
  return useMemo(() => ({ visitId, seriesId }), [visitId, seriesId])
}

type HotkeyOptions = { go: (next: Place) => void; step: (by: 1 | -1) => void; bookHere: () => void; today: LocalDate }

function useCalendarHotkeys({ go, step, bookHere, today }: HotkeyOptions): void {
  useHotkey({ keys: 'n', label: 'New visit', run: bookHere })
  useHotkey({ keys: 't', label: 'Today', run: () => go({ day: today }) })
  useHotkey({ keys: '[', label: 'Earlier', run: () => step(-1) })
  useHotkey({ keys: ']', label: 'Later', run: () => step(1) })
  useHotkey({ keys: 'd', label: 'Day', run: () => go({ view: 'day' }) })
  useHotkey({ keys: 'w', label: 'Week', run: () => go({ view: 'week' }) })
  useHotkey({ keys: 'o', label: 'Month overview', run: () => go({ view: 'month' }) })
  useHotkey({ keys: 'a', label: 'Agenda', run: () => go({ view: 'agenda' }) })
  useHotkey({ keys: '+', label: 'Larger', run: () => keepPreference({ zoom: zoomed(readZoom(), 1) }) })
  useHotkey({ keys: '=', run: () => keepPreference({ zoom: zoomed(readZoom(), 1) }) })
  useHotkey({ keys: '-', label: 'Smaller', run: () => keepPreference({ zoom: zoomed(readZoom(), -1) }) })
}
