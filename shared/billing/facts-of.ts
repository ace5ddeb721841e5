import type { Diagnosis, Episode, Prescription } from '../episodes/schema.ts'
import type { Patient, PolicyFields } from '../patients/schema.ts'
import type { Clinic, Payer, Practitioner } from '../practice/schema.ts'
import { diagnosisLetters } from './check-out.ts'
import type { InvoiceFacts } from './invoice-facts.ts'

/** The clinic as an invoice keeps it. */
export function clinicFacts({ name, address, phone, fax, email, taxId, organisationNpi, placeOfService }: Clinic): InvoiceFacts['clinic'] {
  return { name, address, phone, fax, email, taxId, organisationNpi, placeOfService }
}

/** The practitioner as an invoice keeps them. */
export function practitionerFacts(practitioner: Practitioner): InvoiceFacts['practitioner'] {
  const { id, legalName, credentials, licenseNumber, licenseState, licenseExpiresOn, npi, taxonomy, signatureOnFile } = practitioner
  return { id, legalName, credentials, licenseNumber, licenseState, licenseExpiresOn, npi, taxonomy, signatureOnFile }
}

/** The patient as an invoice keeps them. */
export function patientFacts(patient: Patient): InvoiceFacts['patient'] {
  const { id, chartNumber, firstName, middleName, lastName, suffix, bornOn, sex, phone, address, guardianName, guardianRelation } = patient
  return { id, chartNumber, firstName, middleName, lastName, suffix, bornOn, sex, phone, address, guardianName, guardianRelation }
}

/** The patient’s plan with its payer as an invoice keeps them. */
export function policyFacts({ payerId: _payerId, ...policy }: PolicyFields, { name, kind, requiresPrescription }: Payer): NonNullable<InvoiceFacts['policy']> {
  return { ...policy, payer: { name, kind, requiresPrescription } }
}

/** What is treated, with the claim of an accident; `payerName` is the claim’s insurer, empty where none is named. */
export function episodeFacts({ id, condition, kind, onsetOn, claim }: Episode, payerName: string): NonNullable<InvoiceFacts['episode']> {
  if (kind === 'illness' || claim === null) return { id, condition, kind, onsetOn, claim: null }
  const { claimNumber, injuredOn, state, adjuster, employer } = claim
  return { id, condition, kind, onsetOn, claim: { payerName: claim.payerId === null ? '' : payerName, claimNumber, injuredOn, state, adjuster, employer } }
}

/** The diagnoses of a date of service, at most twelve, under their letters. */
export function diagnosisFacts(diagnoses: readonly Diagnosis[]): InvoiceFacts['diagnoses'] {
  const letters = diagnosisLetters(diagnoses.length)
  return diagnoses.flatMap(({ code, label, diagnosedBy, diagnosedOn }, index) => {
    const letter = letters[index]
    return letter === undefined ? [] : [{ letter, code, label, diagnosedBy, diagnosedOn }]
  })
}

/** The prescription a visit was given under, and as which of its visits. */
export function prescriptionFacts(prescription: Prescription, visitNumber: number | null): NonNullable<InvoiceFacts['prescription']> {
  const { id, writtenOn, expiresOn, visits, frequency, authorizationNumber, isSigned } = prescription
  const { name, credentials, npi } = prescription.prescriber
  return { id, prescriber: { name, credentials, npi }, writtenOn, expiresOn, visits, frequency, authorizationNumber, isSigned, visitNumber }
}
