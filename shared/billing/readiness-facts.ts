import type { LocalDate } from '../lib/dates.ts'
import type { Cents } from '../lib/money.ts'
import type { Address, MustCarry } from '../practice/schema.ts'

/** Who wrote the prescription. */
export type PrescriberFacts = { readonly id: string; readonly name: string; readonly credentials: string; readonly npi: string }

/** The prescription a visit was given under, as it stood on that visit. */
export type PrescriptionFacts = {
  readonly prescriber: PrescriberFacts
  readonly writtenOn: LocalDate
  readonly expiresOn: LocalDate | null
  readonly visits: number | null
  /** Number of this visit within the prescription. */
  readonly visitNumber: number
  readonly isSigned: boolean
  readonly authorizationNumber: string
}

/** A diagnosis that applies on the date of service. `validity` is the code’s own, from the code list; null when the list does not hold it. */
export type DiagnosisFacts = {
  readonly code: string
  readonly diagnosedBy: string
  readonly diagnosedOn: LocalDate
  readonly validity: { readonly validFrom: LocalDate; readonly validTo: LocalDate | null } | null
}

/** A charged service of a visit. `unitsByRule` is what its minutes make under the payer’s rule. */
export type LineFacts = {
  readonly code: string
  readonly isTimed: boolean
  readonly minutes: number
  readonly units: number
  readonly unitsByRule: number
  readonly placeOfService: string
  readonly pointers: readonly string[]
}

/** One visit to be on the superbill. */
export type VisitFacts = {
  readonly appointmentId: string
  readonly episodeId: string | null
  readonly serviceOn: LocalDate
  /** `12:01 pm`, or null while the note is unsigned. */
  readonly signedAt: string | null
  readonly timedMinutes: number
  readonly lines: readonly LineFacts[]
  readonly diagnoses: readonly DiagnosisFacts[]
  readonly prescription: PrescriptionFacts | null
  /** Whether the prescription or episode names regions at all. */
  readonly hasAllowedRegions: boolean
  /** Treated regions outside them, in words, and whether the note gives a reason. */
  readonly regionsOutside: readonly { readonly words: string; readonly hasReason: boolean }[]
  /** For auto, work and other accidents; null for illness. */
  readonly accident: AccidentFacts | null
  /** What has been paid of it; null before check-out, where it is not asked. */
  readonly paid: Cents | null
}

/** What an accident’s insurer identifies the case by. */
export type AccidentFacts = {
  readonly kind: 'auto' | 'work' | 'other'
  readonly claimNumber: string
  readonly injuredOn: LocalDate | null
  readonly state: string
}

/** All that readiness looks at, loaded once. */
export type ReadinessFacts = {
  readonly clinic: { readonly taxId: string; readonly address: Address; readonly phone: string; readonly organisationNpi: string }
  readonly practitioner: {
    readonly id: string
    readonly npi: string
    readonly licenseNumber: string
    readonly licenseState: string
    readonly licenseExpiresOn: LocalDate | null
    readonly taxonomy: string
    readonly signatureOnFile: boolean
  }
  readonly patient: { readonly id: string; readonly bornOn: LocalDate | null }
  readonly policy: {
    readonly memberId: string
    readonly groupNumber: string
    readonly relation: 'self' | 'spouse' | 'child' | 'other'
    readonly insuredName: string
    readonly insuredBornOn: LocalDate | null
  } | null
  /** Null where no payer is on file. */
  readonly payer: { readonly name: string; readonly kind: string; readonly requiresPrescription: boolean } | null
  /** What this payer wants on a superbill beyond what every superbill has. */
  readonly mustCarry: readonly MustCarry[]
  /** In order of date, at least one. */
  readonly visits: readonly VisitFacts[]
}

/** Visits of accidents are identified by the claim, not by a member ID. */
export const isClaim = (visit: VisitFacts) => visit.accident !== null && visit.accident.kind !== 'other'
