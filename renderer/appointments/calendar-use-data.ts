import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { USUAL_DESK_RULES } from '../../shared/practice/desk-rules.ts'
import type { Room, VisitType } from '../../shared/practice/schema.ts'
import type { CalendarView } from '../../shared/schedule/schema.ts'
import { ask } from '../lib/api.ts'
import { askWhen } from '../lib/ask-when.ts'
import type { VisitLooks } from './calendar-actions.ts'
import { practitionersShown, type Shown } from './calendar-columns.ts'
import { looksOf, numbersOf } from './calendar-looks.ts'
import { type ColourBy, useCalendarPreferences } from './calendar-preferences.ts'
import { type CalendarViewName, daysRead } from './calendar-search.ts'

/** Everything a calendar shows. `isBehind`: the days before are still shown while others are read. */
export type CalendarData = {
  readonly calendar: CalendarView | undefined
  readonly isBehind: boolean
  readonly problem: Error | null
  readonly practitioners: CalendarView['practitioners']
  readonly practitionersShown: CalendarView['practitioners']
  readonly rooms: readonly Room[]
  readonly visitTypes: readonly VisitType[]
  readonly looks: VisitLooks
  readonly colourBy: ColourBy
  readonly saysWho: boolean
  readonly zoom: number
  readonly step: number
}

const NOTHING: never[] = []

/** Reads the days of a view; the numbers of visits and the names of rooms follow when they are there. */
export function useCalendarData({ view, day, shown }: { view: CalendarViewName; day: LocalDate; shown: Shown }): CalendarData {
  const range = daysRead(view, day)
  const length = { day: 1, week: 7, agenda: 14, month: 0 }[view]
  const calendar = useQuery({
    ...askWhen('schedule.view', range),
    placeholderData: (before: CalendarView | undefined) => (before?.days.length === length ? before : undefined),
  })
  const numbered = useQuery({ ...askWhen('schedule.visitNumbers', range), placeholderData: keepPreviousData })
  const rooms: readonly Room[] = useQuery(ask('practice.listRooms', {})).data ?? NOTHING
  const visitTypes: readonly VisitType[] = useQuery(ask('practice.listVisitTypes', {})).data ?? NOTHING
  const rules = useQuery(ask('practice.getDeskRules', {})).data ?? USUAL_DESK_RULES
  const { zoom, colourBy: chosen } = useCalendarPreferences()
  const seen = calendar.data
  const practitioners = seen?.practitioners ?? NOTHING
  const people = useMemo(() => (seen ? practitionersShown(seen, shown) : NOTHING), [seen, shown])
  const saysWho = people.length > 1
  const colourBy = chosen ?? (saysWho && view !== 'day' ? 'practitioner' : 'status')
  const looks = useMemo(
    () => looksOf({ colourBy, practitioners, visitTypes, rooms, numbers: numbersOf(numbered.data ?? NOTHING), saysWho }),
    [colourBy, practitioners, visitTypes, rooms, numbered.data, saysWho],
  )
  return {
    calendar: seen,
    isBehind: calendar.isPlaceholderData,
    problem: calendar.error,
    practitioners,
    practitionersShown: people,
    rooms,
    visitTypes,
    looks,
    colourBy,
    saysWho,
    zoom,
    step: rules.stepMinutes,
  }
}
