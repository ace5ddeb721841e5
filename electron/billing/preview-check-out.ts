import { type Charge, minutesOfTreatment } from '../../shared/billing/check-out.ts'
import { selfPayDiscount } from '../../shared/billing/discount.ts'
import { checkReadiness } from '../../shared/billing/readiness.ts'
import { RULE_WORDS } from '../../shared/billing/rule-table.ts'
import type { CheckOutPreview } from '../../shared/billing/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import { cents, sumCents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import { suggestNext } from '../appointments/next-visit-repository.ts'
import { findNextBooked } from '../appointments/repository.ts'
import { usablePackages } from '../packages/usable-repository.ts'
import { getPatientHeader } from '../patients/header-repository.ts'
import { getBillingRules } from '../practice/billing-rules-repository.ts'
import { creditOf } from './ledger-repository.ts'
import { chargeOf, type LoadedVisit, loadVisit } from './load-visit.ts'
import { readinessFacts } from './readiness-facts.ts'
import { findInvoiceOf } from './repository.ts'

/** What check-out would charge (or charged), what an insurer would object to, and the next visit. Throws `not_found`. */
export function previewCheckOut(services: Services, appointmentId: AppointmentId): CheckOutPreview {
  const { db, clock } = services
  const loaded = loadVisit(services, appointmentId)
  const invoice = findInvoiceOf(db, appointmentId)
  const { charge, obstacle } = chargeOrReason(services, loaded)
  const { lines, explanation, total } = invoice ?? charge
  const { patientId, startsAt } = loaded.visit
  return {
    appointment: loaded.visit,
    header: getPatientHeader(db, clock.today(), patientId),
    lines,
    explanation,
    ruleWords: RULE_WORDS[loaded.payer.unitRule],
    timedMinutes: charge.timedMinutes,
    total,
    ruleTable: invoice ? { rules: [], rows: [] } : charge.ruleTable,
    sameDay: invoice ? null : asked(charge),
    discount: invoice ? null : selfPayDiscount(total, getBillingRules(db), loaded.payer),
    packages: invoice || total === 0 ? [] : usablePackages(services, { patientId, appointmentId, total, minutes: minutesOfTreatment(charge) }),
    credit: sumCents(creditOf(db, patientId).map(({ amount }) => amount)),
    invoice,
    readiness: checkReadiness(readinessFacts(services, loaded, { lines, byRule: charge.lines, timedMinutes: charge.timedMinutes, invoice })),
    obstacle: invoice ? null : obstacle,
    nextVisit: suggestNext(services, patientId),
    nextBooked: findNextBooked(db, { patientId, after: startsAt }, clock.today()),
  }
}

function asked({ sameDay }: Charge): CheckOutPreview['sameDay'] {
  if (!sameDay) return null
  const { question, choices, answer, answeredWords } = sameDay
  return { question, choices, answer, answeredWords }
}

function chargeOrReason(services: Services, loaded: LoadedVisit): { charge: Charge; obstacle: string | null } {
  try {
    return { charge: chargeOf(services, loaded), obstacle: null }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const timedMinutes = loaded.note?.content.blocks.reduce((sum, block) => sum + (block.isTimed ? block.minutes : 0), 0) ?? 0
    const none = { lines: [], explanation: '', total: cents(0), ruleTable: { rules: [], rows: [] }, worked: [], sameDay: null }
    return { charge: { ...none, timedMinutes }, obstacle: error.message }
  }
}
