import { Popover } from '@mantine/core'
import { useState } from 'react'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Icon } from '../ui/icons.tsx'
import css from './calendar-toolbar.module.css'

type CalendarGoToProps = { title: string; day: LocalDate; onDay: (day: LocalDate) => void }

/** The days shown, as the screen’s title; pressed, or with `G`, it asks for another date. */
export function CalendarGoTo({ title, day, onDay }: CalendarGoToProps) {
  const [isOpen, setOpen] = useState(false)
  useHotkey({ keys: 'g', label: 'Go to a date', run: () => setOpen(true) })
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus withinPortal={false}>
      <h1 className={css.title}>
        <Popover.Target>
          <button type="button" className={css.titleButton} aria-label={`${title}. Go to another date`} aria-keyshortcuts="G" onClick={() => setOpen(!isOpen)}>
            {title}
            <Icon name="down" size={14} />
          </button>
        </Popover.Target>
      </h1>
      <Popover.Dropdown>
        <GoToForm
          key={String(isOpen)}
          day={day}
          onDay={next => {
            setOpen(false)
            onDay(next)
            setTimeout(focusCalendar, 60)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

/** Where the keyboard goes on after another date was chosen. */
const focusCalendar = () => document.querySelector<HTMLElement>('[data-cursor]')?.focus()

function GoToForm({ day, onDay }: { day: LocalDate; onDay: (day: LocalDate) => void }) {
  const [typed, setTyped] = useState<LocalDate | null>(day)
  return (
    <form
      className={css.goTo}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (typed) onDay(typed)
      }}
    >
      <DateField label="Go to" value={typed} onChange={setTyped} hint="Such as Dec 3, 12/3 or tomorrow" />
      <Button type="submit" size="small" disabled={!typed}>
        Show
      </Button>
    </form>
  )
}
