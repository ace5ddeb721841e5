import type { BillingRules } from '../../shared/practice/billing-rules.ts'
import type { Services } from '../app/services.ts'
import { getBillingRules, writeBillingRules } from './billing-rules-repository.ts'

/** Keeps how the clinic bills from now on. What was charged and printed stays as it is. */
export function saveBillingRules({ db }: Pick<Services, 'db'>, rules: BillingRules): BillingRules {
  writeBillingRules(db, rules)
  return getBillingRules(db)
}
