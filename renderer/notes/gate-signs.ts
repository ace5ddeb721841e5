import type { Gate } from '../../shared/health/gate.ts'
import type { IconName } from '../ui/icons.tsx'

/** The sign at a visit’s screening: asked and clear, worked on all the same with a reason, or not to be treated. */
export const GATE_SIGNS: Readonly<Record<Gate['state'], IconName>> = {
  unasked: 'ring',
  open: 'check',
  overridden: 'warning',
  closed: 'never',
  withheld: 'never',
}
