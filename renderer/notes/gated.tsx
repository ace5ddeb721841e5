import type { ReactNode } from 'react'
import type { Gate } from '../../shared/health/gate.ts'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import css from './gated.module.css'

/**
 * Parts of the note that wait for the screening: while it stands against treatment they can be read but not written, and a sentence says so.
 * At a visit without treatment only the plan (`isOpenWhenWithheld`) is written.
 */
export function Gated({ gate, isOpenWhenWithheld = false, children }: { gate: Gate; isOpenWhenWithheld?: boolean; children: ReactNode }) {
  const isShut = gate.state === 'closed' || (gate.state === 'withheld' && !isOpenWhenWithheld)
  return (
    <>
      {isShut && !isOpenWhenWithheld && (
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
