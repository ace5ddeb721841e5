import type { ReactNode } from 'react'
import { noteOnPaper } from '../../shared/documents/visit-note-compose.ts'
import type { SignedNote } from '../../shared/documents/visit-note-source.ts'
import { gateOf } from '../../shared/health/gate.ts'
import type { Session } from '../../shared/notes/schema.ts'
import { clinicTimeZone } from '../ui/clock.ts'
import type { IconName } from '../ui/icons.tsx'
import { GATE_SIGNS } from './gate-signs.ts'
import { inOrder } from './in-order.ts'
import { NotePart } from './note-part.tsx'
import { SignedBlock } from './signed-block.tsx'
import css from './signed-text.module.css'
import { unitsSoFar } from './units-so-far.ts'

/** A signed note as calm text, part by part as it is printed; crossed out where it was entered in error. */
export function SignedText({ note, session }: { note: SignedNote; session: Session }) {
  const { last, clearances, rules } = session
  const gate = gateOf(note.content.screening, { on: note.serviceOn, clearances, rules })
  const signOf = (head: string) => (head === 'Screening' ? { icon: GATE_SIGNS[gate.state] } : (SIGNS[head] ?? { letter: head.charAt(0) }))
  const { sections } = noteOnPaper({ note, timeZone: clinicTimeZone(), earlier: last ? [last] : [], facts: [], clearances, rules })
  const { headline, explanation } = unitsSoFar(note.content, session).units
  const parts = sections.map(({ head, blocks }) => (
    <NotePart key={head} mark={signOf(head)} name={head}>
      <div className={css.blocks}>
        {inOrder(blocks).map(({ key, entry }) => (
          <SignedBlock key={key} block={entry} />
        ))}
      </div>
      {head === 'Treatment' && headline !== '' && <p className={css.quiet}>{explanation}</p>}
    </NotePart>
  ))
  return note.enteredInError ? <Struck>{parts}</Struck> : parts
}

const SIGNS: Readonly<Record<string, { icon: IconName }>> = { Treatment: { icon: 'clock' } }

const Struck = ({ children }: { children: ReactNode }) => <del className={css.struck}>{children}</del>
