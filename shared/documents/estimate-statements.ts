import { type Cents, formatMoney } from '../lib/money.ts'
import type { BillingRules } from '../practice/billing-rules.ts'
import type { Estimate, Statement } from './estimate.ts'

/** `$400`, `$25.50`: an amount of the rules, without cents where it has none. */
const inDollars = (amount: Cents) => formatMoney(amount).replace(/\.00$/, '')

/** What an estimate says of itself (45 CFR 149.610(c)(1)); `notIncluded` are the clinic’s words on what others schedule and bill. */
export function estimateStatements(notIncluded: string): Statement[] {
  const others = notIncluded.trim() === '' ? 'Nothing else needs to be scheduled separately at this time.' : notIncluded.trim()
  return [
    { head: 'Not included', text: others },
    {
      head: 'Only an estimate',
      text: 'These are the costs we reasonably expect for the services above, from what we know today. Unknown or unexpected costs are not included, and you could be charged more if your care changes.',
    },
    { head: 'More services', text: 'We may recommend services that are scheduled separately and are not in this estimate.' },
    { head: 'No contract', text: 'This estimate is not a contract. You do not have to get these services from anyone named here.' },
  ]
}

/** The right to dispute a bill, with the amounts, days and places of the clinic’s settings (usual ones: 45 CFR 149.610 and 149.620 as we read them). */
export function disputeStatements({ disputeFrom, disputeDays, disputeFee, phone, website }: BillingRules['estimate']): Estimate['dispute'] {
  const months = Math.round(disputeDays / 30)
  const about = disputeDays >= 45 ? ` (about ${months} months)` : ''
  const fee = disputeFee > 0 ? ` The fee is ${inDollars(disputeFee)}.` : ''
  const where = [website, phone].filter(text => text !== '').join(' or ')
  return {
    heading: `If your bill is ${inDollars(disputeFrom)} or more above this estimate, you have the right to dispute it`,
    statements: [
      { head: 'Talk to us', text: 'You can ask us to correct the bill to match this estimate, to lower the price, or about financial help.' },
      {
        head: 'Or start a dispute',
        text: `You can start a dispute with the U.S. Department of Health and Human Services within ${disputeDays} calendar days${about} of the date on the bill.${fee} If the reviewer agrees with you, you pay the price on this estimate; if not, you pay the higher amount.`,
      },
      { head: 'Your care', text: 'Starting a dispute will not affect the quality of the care you get from us.' },
      {
        head: 'Form and help',
        text: where === '' ? 'Keep this estimate, or a photo of it: you may need it.' : `${where}. Keep this estimate, or a photo of it: you may need it.`,
      },
    ],
  }
}
