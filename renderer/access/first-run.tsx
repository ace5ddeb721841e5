import type { AccessStatus } from '../../shared/access/schema.ts'
/** placeholder */
export function FirstRun(_props: { status: AccessStatus; onBegin?: () => void; onDone?: () => void }) {
  return null
}
