import { useEffect, useState } from 'react'
import type { Person } from '../../shared/access/schema.ts'
import { dayOf, formatTime, formatWeekday } from '../../shared/lib/dates.ts'
import { queryClient, request } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { IconButton } from '../ui/button.tsx'
import { wallNow } from '../ui/clock.ts'
import { Icon, Logo } from '../ui/icons.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import css from './top-bar.module.css'

type TopBarProps = { clinicName: string; person: Person | null; onFind: () => void }

/** Clinic, search, time, person, lock. */
export function TopBar({ clinicName, person, onFind }: TopBarProps) {
  const lock = async () => {
    const status = await request('access.lock', { reason: 'asked' })
    queryClient.setQueryData(['access.status', {}], status)
  }
  useHotkey({ keys: 'mod+l', label: 'Lock', run: () => void lock() })
  return (
    <header className={css.bar}>
      <div className={css.brand}>
        <Logo />
        <span className={css.clinic}>{clinicName}</span>
      </div>
      <button type="button" className={css.find} onClick={onFind} aria-keyshortcuts="Control+K" aria-haspopup="dialog">
        <Icon name="search" />
        <span className={css.findWords}>Find a patient, screen or action</span>
        <KeyHint keys="mod+k" />
      </button>
      <div className={css.who}>
        <TickingTime />
        {person && <b className={css.person}>{person.role === 'front-desk' ? `${person.name}, front desk` : person.name}</b>}
        <IconButton icon="lock" label="Lock" onClick={() => void lock()} />
      </div>
    </header>
  )
}

/** The clinic's date and time; looks every second, draws when the minute changes. */
function TickingTime() {
  const [now, setNow] = useState(wallNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(wallNow()), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <time className={css.time} dateTime={now}>
      {formatWeekday(dayOf(now))}, {formatTime(now)}
    </time>
  )
}
