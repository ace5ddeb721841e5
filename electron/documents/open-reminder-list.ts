import { paperName } from '../../shared/documents/paper-name.ts'
import { reminderRow } from '../../shared/documents/reminder-list.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import type { Services } from '../app/services.ts'
import { listReminders } from '../appointments/reminders-repository.ts'
import { deskMoment } from './desk-moment.ts'
import { openPaper } from './open-document.ts'
import { drawReminderList } from './reminder-list-pdf.ts'

/** Opens the list of who is to be called about the visits of a day, with boxes for how each call went. */
export async function openReminderList(services: Services, { day }: Parsed<'documents.openReminderList'>): Promise<{ path: string }> {
  const { db, clock } = services
  const moment = await deskMoment(services)
  const rows = listReminders(db, { day, today: clock.today() }).map(reminderRow)
  const bytes = await drawReminderList({ letterhead: moment.letterhead, day, rows, printed: moment.printed }, moment.options)
  return openPaper(services, { name: paperName(`Calls ${day}`, '', ''), bytes })
}
