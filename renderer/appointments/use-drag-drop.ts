import { useEffect, useRef } from 'react'
import type { Appointment, BookingWarning } from '../../shared/appointments/schema.ts'
import type { CalendarView, CalendarVisit } from '../../shared/schedule/schema.ts'
import { queryClient, request, useCommand } from '../lib/api.ts'
import { useMayOverrule } from '../lib/overrule.ts'
import { offerUndo } from '../ui/undo-bar.tsx'
import type { CalendarColumn } from './calendar-columns.ts'
import { slotWords } from './calendar-words.ts'
import { createDragChecks, type DragChecks } from './drag-check.ts'
import { type Drag, type DragStore, isSamePlace, placeOf, worstLevel } from './drag-store.ts'
import type { Slot } from './slot.ts'

/** What happens while something is dragged and when it is let go. */
export type DragDrop = {
  readonly place: (drag: Drag) => void
  readonly drop: (drag: Drag) => void
  /** Books it anyway, with the reason that is kept. */
  readonly overrule: (reason: string) => void
  readonly giveUp: () => void
}

const REFUSED_MS = 7000
const refusal = (sentence: string): BookingWarning => ({ kind: 'practitioner', level: 'refused', sentence })
const ASK_SOMEONE = refusal('A practitioner or the owner may book this anyway.')

/** Shows a moved visit where it is now, before the calendar is read again. */
function showMoved({ id, startsAt, minutes, practitionerId, roomId, revision }: Appointment): void {
  queryClient.setQueriesData<CalendarView>({ queryKey: ['schedule.view'] }, view =>
    view ? { ...view, visits: view.visits.map(visit => (visit.id === id ? { ...visit, startsAt, minutes, practitionerId, roomId, revision } : visit)) } : view,
  )
}

/** “is now Thu, Nov 19, 2:15 to 3:30 pm with Theo Marsh in Room 2”, “takes 90 minutes”. */
function movedWords(before: CalendarVisit, moved: Appointment): string {
  const who = before.practitionerId === moved.practitionerId ? '' : ` with ${moved.practitionerName}`
  const where = before.roomId === moved.roomId || moved.roomName === '' ? '' : ` in ${moved.roomName}`
  if (before.startsAt === moved.startsAt && before.minutes !== moved.minutes) return `takes ${moved.minutes} minutes`
  return `is now ${slotWords(moved)}${who}${where}`
}

const moveOf = (visit: CalendarVisit, place: Slot) => ({
  appointmentId: visit.id,
  startsAt: place.startsAt,
  minutes: place.minutes,
  practitionerId: place.practitionerId ?? visit.practitionerId,
  roomId: place.roomId,
})

/** Checks places while a visit is dragged, moves it when it is let go, and offers to take that back. */
export function useDragDrop(store: DragStore, columns: readonly CalendarColumn[], onCreate: (slot: Slot) => void): DragDrop {
  const move = useCommand('appointments.move')
  const mayOverrule = useMayOverrule()
  const checks = useRef<{ visit: CalendarVisit; asks: DragChecks } | null>(null)
  useEffect(() => () => checks.current?.asks.stop(), [])

  const set = (change: Partial<Drag>) => {
    const drag = store.get()
    if (drag) store.set({ ...drag, ...change })
  }
  /** Whether it is still this visit that is under way: another may have been picked up while the records were asked. */
  const isStill = (visit: CalendarVisit) => store.get()?.visit === visit
  const end = () => {
    checks.current?.asks.stop()
    checks.current = null
    store.set(null)
  }
  const checksFor = (visit: CalendarVisit): DragChecks => {
    if (checks.current?.visit === visit) return checks.current.asks
    checks.current?.asks.stop()
    const asks = createDragChecks(
      visit,
      fields => request('appointments.check', { fields, ignore: visit.id }),
      warnings => set({ warnings, isKnown: true }),
    )
    checks.current = { visit, asks }
    return asks
  }
  const refuse = (warnings: readonly BookingWarning[]) => {
    set({ phase: 'refused', warnings })
    const refused = store.get()
    setTimeout(() => store.get() === refused && end(), REFUSED_MS)
  }
  const takeBack = async (visit: CalendarVisit, moved: Appointment) => {
    const back = await move.mutateAsync({ ...moveOf(visit, visit), revision: moved.revision }).catch((error: Error) => error)
    if (back instanceof Error) offerUndo(`Not taken back. ${back.message}`)
    else showMoved(back)
  }
  const save = async (visit: CalendarVisit, place: Slot, overruleReason: string) => {
    set({ phase: 'saving' })
    try {
      const moved = await move.mutateAsync({ ...moveOf(visit, place), revision: visit.revision, overruleReason })
      showMoved(moved)
      if (isStill(visit)) end()
      offerUndo(`${visit.patientName}’s visit ${movedWords(visit, moved)}.`, () => void takeBack(visit, moved))
    } catch (error) {
      const sentence = error instanceof Error ? error.message : 'The visit was not moved.'
      if (isStill(visit)) refuse([refusal(sentence)])
      else offerUndo(`Not moved. ${sentence}`)
    }
  }
  const drop = async (drag: Drag) => {
    const column = columns[drag.column]
    const { visit } = drag
    if (!column || !visit) {
      end()
      if (column) onCreate(placeOf(drag, column))
      return
    }
    const place = placeOf(drag, column)
    if (isSamePlace(visit, place)) return end()
    store.set({ ...drag, phase: 'saving' })
    const warnings = await checksFor(visit)
      .settle(place)
      .catch(() => [])
    if (!isStill(visit)) return
    const level = worstLevel(warnings)
    if (level === 'refused') return refuse(warnings)
    if (level === 'overrule') return mayOverrule ? set({ phase: 'asking', warnings }) : refuse([...warnings, ASK_SOMEONE])
    return save(visit, place, '')
  }
  return {
    place: drag => {
      const column = columns[drag.column]
      if (!drag.visit || !column) return
      const place = placeOf(drag, column)
      if (isSamePlace(drag.visit, place)) set({ warnings: [], isKnown: true })
      else checksFor(drag.visit).want(place)
    },
    drop: drag => void drop(drag),
    overrule: reason => {
      const drag = store.get()
      const column = drag && columns[drag.column]
      if (drag?.visit && column) void save(drag.visit, placeOf(drag, column), reason)
    },
    giveUp: end,
  }
}
