import type { AccessStatus } from '../../shared/access/schema.ts'
/** placeholder */
export function SignInScreen(_props: { status: AccessStatus; onBegin?: () => void; onDone?: () => void }) {
  return null
}
