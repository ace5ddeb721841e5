import type { CheckOutPreview } from '../../shared/billing/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Services } from '../app/services.ts'
import { transaction } from '../db/transaction.ts'
import { chargeOf, loadVisit } from './load-visit.ts'
import { previewCheckOut } from './preview-check-out.ts'
import { findInvoiceOf } from './repository.ts'
import { insertSameDayAnswer } from './same-day-repository.ts'

/**
 * Records whether massage and manual therapy of one day were apart. Throws `conflict` once the visit is charged, and `rule_broken` where nothing is asked or
 * the note does not bear the answer out.
 */
export function answerSameDay(services: Services, { appointmentId, answer }: Parsed<'billing.answerSameDay'>): CheckOutPreview {
  return transaction(services.db, () => {
    const standing = findInvoiceOf(services.db, appointmentId)
    if (standing) throw new DomainError('conflict', `This visit is already checked out on ${standing.number}. Void it to answer again.`)
    const { sameDay } = chargeOf(services, loadVisit(services, appointmentId))
    if (!sameDay) throw new DomainError('rule_broken', 'Nothing is asked about massage and manual therapy of this visit.')
    const choice = sameDay.choices.find(each => each.answer === answer)
    if (!choice?.isPossible) throw new DomainError('rule_broken', `The note does not bear that out. ${choice?.hint ?? ''}`.trim())
    insertSameDayAnswer(services, { appointmentId, answer })
    return previewCheckOut(services, appointmentId)
  })
}
