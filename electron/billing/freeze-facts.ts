import type { Charge } from '../../shared/billing/check-out.ts'
import { clinicFacts, diagnosisFacts, episodeFacts, patientFacts, policyFacts, practitionerFacts, prescriptionFacts } from '../../shared/billing/facts-of.ts'
import { InvoiceFacts } from '../../shared/billing/invoice-facts.ts'
import type { Note } from '../../shared/notes/schema.ts'
import type { Services } from '../app/services.ts'
import { getPayer } from '../practice/repository.ts'
import type { LoadedVisit } from './load-visit.ts'

/** What the invoice freezes of a visit: whatever a superbill says later, it says as it was at check-out. */
export function freezeFacts({ db }: Services, loaded: LoadedVisit, charged: { readonly note: Note; readonly charge: Charge }): InvoiceFacts {
  const { policy, payer, episode, order } = loaded
  const { timedMinutes, worked, sameDay } = charged.charge
  return InvoiceFacts.parse({
    clinic: clinicFacts(loaded.clinic),
    practitioner: practitionerFacts(loaded.practitioner),
    patient: patientFacts(loaded.patient),
    policy: policy && policyFacts(policy, getPayer(db, policy.payerId)),
    episode: episode && episodeFacts(episode, payer.name),
    diagnoses: diagnosisFacts(loaded.diagnoses),
    prescription: order && prescriptionFacts(order.prescription, order.visitNumber),
    noteId: charged.note.id,
    unitRule: payer.unitRule,
    timedMinutes,
    payerId: payer.id,
    mustCarry: payer.mustCarry,
    worked,
    sameDay: sameDay?.answer ? { answer: sameDay.answer, modifier: sameDay.modifier, answeredWords: sameDay.answeredWords } : null,
  })
}
