import { Menu } from '@mantine/core'
import { addDays, formatWeekday, type LocalDate, mondayOf } from '../../shared/lib/dates.ts'
import type { PractitionerId } from '../../shared/lib/ids.ts'
import { useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { type CalendarViewName, daysRead } from './calendar-search.ts'
import { visitCount } from './calendar-words.ts'

type CalendarPrintProps = { view: CalendarViewName; day: LocalDate; today: LocalDate; practitionerId: PractitionerId | null }

/** The day a sheet is printed for: the day shown, or today where its week is shown. */
function sheetDay(view: CalendarViewName, day: LocalDate, today: LocalDate): LocalDate {
  return view === 'week' && mondayOf(day) === mondayOf(today) ? today : day
}

/** What leaves the calendar on paper or as a file. */
export function CalendarPrint({ view, day, today, practitionerId }: CalendarPrintProps) {
  const sheet = useCommand('documents.openDaySheet')
  const calls = useCommand('documents.openReminderList')
  const file = useCommand('appointments.exportCalendar')
  const said = { onError: (error: Error) => offerUndo(error.message) }
  const forDay = sheetDay(view, day, today)
  const callDay = forDay <= today ? addDays(today, 1) : forDay
  const range = daysRead(view, day) ?? { from: day, to: addDays(day, 30) }
  const saveFile = () =>
    file.mutate(
      { what: { kind: 'calendar', ...range, practitionerId } },
      { ...said, onSuccess: saved => saved && offerUndo(`The calendar file holds ${visitCount(saved.visits) || 'no visits'}. It names no condition.`) },
    )
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <Button kind="text" size="small" icon="printer" busy={sheet.isPending || calls.isPending || file.isPending}>
          Print
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => sheet.mutate({ day: forDay, practitionerId }, said)}>Day sheet for {formatWeekday(forDay)}</Menu.Item>
        <Menu.Item onClick={() => calls.mutate({ day: callDay }, said)}>Appointment list for calls, {formatWeekday(callDay)}</Menu.Item>
        <Menu.Item onClick={saveFile}>Calendar file (.ics)</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
