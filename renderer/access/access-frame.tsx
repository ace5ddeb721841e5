import type { ReactNode } from 'react'
import type { AccessStatus } from '../../shared/access/schema.ts'
import { Icon, Logo } from '../ui/icons.tsx'
import { dayOfMomentInWords } from '../ui/words.tsx'
import css from './access-frame.module.css'

/** The lock screen and its neighbours: one quiet column in the middle, the clinic's name above, three facts below. No patient is ever named here. */
export function AccessFrame({ status, title, note, children }: { status: AccessStatus; title: string; note: ReactNode; children: ReactNode }) {
  return (
    <main className={css.lock}>
      <title>{`${title} · Myodesk`}</title>
      <div className={css.box}>
        <header className={css.clinic}>
          <Logo size={32} />
          <div>
            <h1 className={css.name}>{title}</h1>
            <p className={css.note}>{note}</p>
          </div>
        </header>
        {children}
      </div>
      <Facts status={status} />
    </main>
  )
}

function Facts({ status }: { status: AccessStatus }) {
  return (
    <footer className={css.facts}>
      <span>
        <Icon name="lock" />
        Records are encrypted on this computer
      </span>
      <span>
        <Icon name="drive" />
        {status.lastBackupAt ? `Last backup ${dayOfMomentInWords(status.lastBackupAt)}, verified` : 'No backup yet'}
      </span>
      <span>Myodesk {status.version}</span>
    </footer>
  )
}

/** First run and its steps: a wide page with the mark in the corner and a quiet line at the foot. */
export function WelcomeFrame({ version, foot, children }: { version: string; foot?: ReactNode; children: ReactNode }) {
  return (
    <main className={css.welcome}>
      <header className={css.mark}>
        <Logo size={24} />
        Myodesk
      </header>
      <div className={css.middle}>{children}</div>
      <footer className={css.foot}>
        <span className={css.footStart}>{foot}</span>
        <span>Myodesk {version}</span>
      </footer>
    </main>
  )
}
