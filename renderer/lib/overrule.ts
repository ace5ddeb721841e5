import { useQuery } from '@tanstack/react-query'
import { ask } from './api.ts'

/** Whether the person signed in may book against a warning: practitioners and the owner. The front desk asks one of them. */
export function useMayOverrule(): boolean {
  const status = useQuery(ask('access.status', {}))
  const role = status.data?.person?.role
  return role === 'owner' || role === 'clinician'
}
