import type { ReactNode } from 'react'
import { Icon, type IconName } from '../ui/icons.tsx'
import css from './note-part.module.css'

type NotePartProps = { mark: { letter: string } | { icon: IconName }; name: string; id?: string; children: ReactNode }

/** One part of the note: its letter or sign at the left, what is written at the right. */
export function NotePart({ mark, name, id, children }: NotePartProps) {
  return (
    <section className={css.part} aria-label={name} id={id}>
      <div className={css.mark} aria-hidden="true">
        {'letter' in mark ? mark.letter : <Icon name={mark.icon} size={20} />}
      </div>
      <div className={css.body}>{children}</div>
    </section>
  )
}
