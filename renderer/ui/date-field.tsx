import { Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useState } from 'react'
import { addDays, formatDate, formatTime, LocalDate, localDateTime } from '../../shared/lib/dates.ts'
import { todayHere } from './clock.ts'
import css from './field.module.css'
import type { FieldProps } from './field.tsx'
import { Icon } from './icons.tsx'
import { readTypedDate, readTypedTime } from './typed-date.ts'
import { type Reading, TypedField } from './typed-field.tsx'

const daysFrom = (notBefore: LocalDate | null): Reading<LocalDate> => ({
  write: value => (value ? formatDate(value) : ''),
  read: typed => (typed.trim() === '' ? null : readTypedDate(typed, todayHere(), notBefore)),
  refusal: 'Enter a date such as 11/19/2026 or Nov 19.',
})

type DateFieldProps = FieldProps & {
  value: string | null
  onChange: (value: LocalDate | null) => void
  placeholder?: string | undefined
  notBefore?: string | undefined
}

/** A day: typed freely (`11/19/2026`, `Nov 19`, `today`), stepped with the arrow keys, or chosen from a month. Without a year it is not before `notBefore`. */
export function DateField({ value, onChange, notBefore, ...frame }: DateFieldProps) {
  const day = LocalDate.safeParse(value).data ?? null
  const [isOpen, setOpen] = useState(false)
  const choose = (chosen: string | null) => {
    onChange(LocalDate.safeParse(chosen).data ?? null)
    setOpen(false)
  }
  const month = (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button type="button" className={css.trigger} aria-label="Choose from a month" tabIndex={-1} disabled={frame.disabled} onClick={() => setOpen(!isOpen)}>
          <Icon name="calendar" />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker value={day} onChange={choose} defaultDate={day ?? todayHere()} firstDayOfWeek={0} highlightToday size="sm" />
      </Popover.Dropdown>
    </Popover>
  )
  const step = (from: LocalDate | null, by: 1 | -1) => (from ? addDays(from, by) : todayHere())
  return <TypedField {...frame} value={day} onChange={onChange} reading={daysFrom(LocalDate.safeParse(notBefore).data ?? null)} step={step} after={month} />
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const timeOf = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const times: Reading<string> = {
  write: value => (value && readTypedTime(value) ? formatTime(localDateTime(`2000-01-01T${value}`)) : ''),
  read: typed => (typed.trim() === '' ? null : readTypedTime(typed)),
  refusal: 'Enter a time such as 9:15 or 2:30 pm.',
}

type TimeFieldProps = FieldProps & { value: string | null; onChange: (value: string | null) => void; stepMinutes?: number }

/** A time of day, `HH:MM`; typed freely (`915`, `2:30 pm`) or stepped by `stepMinutes` (15) with the arrow keys. */
export function TimeField({ value, onChange, stepMinutes = 15, ...frame }: TimeFieldProps) {
  const step = (from: string | null, by: 1 | -1) => (from ? timeOf(Math.min(1439, Math.max(0, minutesOf(from) + by * stepMinutes))) : '09:00')
  return <TypedField {...frame} value={value} onChange={onChange} reading={times} step={step} />
}
