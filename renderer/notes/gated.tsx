import type { ReactNode } from 'react'
import type { Gate } from '../../shared/health/gate.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import css from './gated.module.css'

type GatedProps = {
  gate: Gate
  /** Written at a visit without treatment all the same, as the plan is. */
  isOpenWhenWithheld?: boolean
  /** Says above it why it cannot be written. */
  says?: boolean
  children: ReactNode
}

/** Parts of the note that wait for the screening: while it stands against treatment they can be read but not written. */
export function Gated({ gate, isOpenWhenWithheld = false, says = false, children }: GatedProps) {
  const isShut = gate.state === 'closed' || (gate.state === 'withheld' && !isOpenWhenWithheld)
  return (
    <>
      {isShut && says && (
        <p className={css.words} role="status">
          <Icon name="lock" size={14} />
          {gate.state === 'closed'
            ? 'The note and the timer open once the screening allows it, or says why treatment goes on.'
            : 'No treatment today: write the plan below, then sign.'}
        </p>
      )}
      <div inert={isShut} className={cx(css.gate, isShut && css.closed)}>
        {children}
      </div>
    </>
  )
}
