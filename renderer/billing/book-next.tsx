import { useNavigate } from '@tanstack/react-router'
import type { CheckOutPreview } from '../../shared/billing/schema.ts'
import { dayOf } from '../../shared/lib/dates.ts'
import { RequestError, useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { TextLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { DateText, TimeText } from '../ui/words.tsx'
import css from './check-out.module.css'

type Book = ReturnType<typeof useCommand<'appointments.book'>>['mutateAsync']

/** Books in today’s room with today’s change time after it; where those are taken then, without them rather than not at all. */
async function bookAsToday(book: Book, today: CheckOutPreview['appointment'], next: NonNullable<CheckOutPreview['nextVisit']>): Promise<void> {
  const { patientId, episodeId, isFirstVisit, roomId, visitTypeId, bufferMinutes } = today
  const { startsAt, minutes, practitionerId } = next
  const plain = { patientId, episodeId, practitionerId, startsAt, minutes, remark: '' }
  const isBare = roomId === null && bufferMinutes === 0
  try {
    await book({ fields: { ...plain, roomId, bufferMinutes, visitTypeId: isFirstVisit ? null : visitTypeId } })
  } catch (error) {
    if (isBare || !(error instanceof RequestError) || error.code !== 'conflict') throw error
    await book({ fields: plain })
  }
}

/** The next visit: when it is if booked, else the suggested time, booked in one step (Alt B), or the calendar. */
export function BookNext({ preview }: { preview: CheckOutPreview }) {
  const { appointment, nextVisit, nextBooked } = preview
  const navigate = useNavigate()
  const book = useCommand('appointments.book')
  const toCalendar = () => void navigate({ to: '/calendar', search: { book: appointment.patientId, ...(nextVisit && { day: nextVisit.day }) } })
  const bookNext = () => {
    if (!nextVisit) return toCalendar()
    void bookAsToday(book.mutateAsync, appointment, nextVisit).catch(() => undefined)
  }
  useHotkey({ keys: 'alt+b', label: 'Book next', run: bookNext, enabled: nextBooked === null && !book.isPending })
  if (nextBooked) {
    return (
      <p className={css.next} role="status">
        Next visit <DateText day={dayOf(nextBooked.startsAt)} form="weekday" />, <TimeText at={nextBooked.startsAt} /> is booked.{' '}
        <TextLink to="/calendar" search={{ day: dayOf(nextBooked.startsAt), view: 'day' }}>
          Show
        </TextLink>
      </p>
    )
  }
  return (
    <>
      <Button size="large" keys="alt+b" busy={book.isPending} onClick={bookNext}>
        Book next
      </Button>
      <p className={css.next}>
        {book.error ? <span role="alert">{book.error.message} </span> : nextVisit?.sentence}{' '}
        {nextVisit && (
          <>
            <TextLink className={css.wayOn} to="/calendar" search={{ book: appointment.patientId, day: nextVisit.day }}>
              Other time
            </TextLink>
            {' · '}
          </>
        )}
        <TextLink className={css.wayOn} to="/calendar" search={{ series: appointment.patientId }}>
          Plan a series
        </TextLink>
      </p>
    </>
  )
}
