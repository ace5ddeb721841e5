import { diagnosisLetters } from '../../shared/billing/check-out.ts'
import { InvoiceFacts } from '../../shared/billing/invoice-facts.ts'
import type { Note } from '../../shared/notes/schema.ts'
import type { Services } from '../app/services.ts'
import { getPayer } from '../practice/repository.ts'
import type { LoadedVisit } from './load-visit.ts'

/** What the invoice freezes of a visit: whatever a superbill says later, it says as it was at check-out. */
export function freezeFacts({ db }: Services, loaded: LoadedVisit, charged: { readonly note: Note; readonly timedMinutes: number }): InvoiceFacts {
  const { clinic, practitioner, patient, policy, payer } = loaded
  const letters = diagnosisLetters(loaded.diagnoses.length)
  const policyPayer = policy && getPayer(db, policy.payerId)
  const { name, address, phone, fax, email, taxId, organisationNpi, placeOfService } = clinic
  const { legalName, credentials, licenseNumber, licenseState, licenseExpiresOn, npi, taxonomy, signatureOnFile } = practitioner
  const { firstName, middleName, lastName, suffix, bornOn, sex, guardianName, guardianRelation, chartNumber } = patient
  return InvoiceFacts.parse({
    clinic: { name, address, phone, fax, email, taxId, organisationNpi, placeOfService },
    practitioner: { id: practitioner.id, legalName, credentials, licenseNumber, licenseState, licenseExpiresOn, npi, taxonomy, signatureOnFile },
    patient: {
      id: patient.id,
      chartNumber,
      firstName,
      middleName,
      lastName,
      suffix,
      bornOn,
      sex,
      phone: patient.phone,
      address: patient.address,
      guardianName,
      guardianRelation,
    },
    policy: policy && policyPayer ? policyFacts(policy, policyPayer) : null,
    episode: episodeFacts(loaded),
    diagnoses: loaded.diagnoses.map(({ code, label, diagnosedBy, diagnosedOn }, index) => ({ letter: letters[index], code, label, diagnosedBy, diagnosedOn })),
    prescription: prescriptionFacts(loaded),
    noteId: charged.note.id,
    unitRule: payer.unitRule,
    timedMinutes: charged.timedMinutes,
  })
}

function policyFacts({ payerId: _payerId, ...policy }: NonNullable<LoadedVisit['policy']>, payer: LoadedVisit['payer']) {
  return { ...policy, payer: { name: payer.name, kind: payer.kind, requiresPrescription: payer.requiresPrescription } }
}

function episodeFacts({ episode, payer }: LoadedVisit) {
  if (!episode) return null
  const { id, condition, kind, onsetOn, claim } = episode
  const isAccident = kind !== 'illness' && claim !== null
  if (!isAccident) return { id, condition, kind, onsetOn, claim: null }
  const { claimNumber, injuredOn, state, adjuster, employer } = claim
  return { id, condition, kind, onsetOn, claim: { payerName: claim.payerId === null ? '' : payer.name, claimNumber, injuredOn, state, adjuster, employer } }
}

function prescriptionFacts({ order }: LoadedVisit) {
  if (!order) return null
  const { id, prescriber, writtenOn, expiresOn, visits, frequency, authorizationNumber, isSigned } = order.prescription
  const { name, credentials, npi } = prescriber
  return { id, prescriber: { name, credentials, npi }, writtenOn, expiresOn, visits, frequency, authorizationNumber, isSigned, visitNumber: order.visitNumber }
}
