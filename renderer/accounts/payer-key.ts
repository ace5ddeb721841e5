import type { PayerRef } from '../../shared/accounts/balances.ts'

/** Tells one payer from another. */
export const payerKey = ({ by, patientId }: PayerRef): string => `${by}/${patientId}`
