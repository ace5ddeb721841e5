import { z } from 'zod'
import { formatDate, Instant, LocalDate } from '../lib/dates.ts'
import { DomainError } from '../lib/errors.ts'
import { ConsentId, DisclosureId, DocumentId } from '../lib/ids.ts'
import { line, optionalLine } from '../lib/text.ts'

/** To whom records go, what for, and on what ground: a consent on file, the patient’s release, or neither with the reason why. */
export const DisclosureFields = z.strictObject({
  disclosedTo: line('to whom the records go', 160),
  purpose: line('what they are for', 160),
  consentId: ConsentId.nullable(),
  /** On the release of information that the patient’s details name. */
  onRelease: z.boolean(),
  /** Why without a release, such as “Payment: the insurer of the claim asked for them”. */
  reason: optionalLine(200),
})
export type DisclosureFields = z.infer<typeof DisclosureFields>

/** Records that were given to somebody outside the clinic. Never changed. */
export const Disclosure = z.strictObject({
  id: DisclosureId,
  disclosedOn: LocalDate,
  disclosedTo: z.string(),
  purpose: z.string(),
  /** “Release of records, signed Sep 30, 2026”, or the reason why without one. */
  ground: z.string(),
  isReleased: z.boolean(),
  /** The paper that went out; null where it was something else. */
  documentId: DocumentId.nullable(),
  /** “Records packet RP-2026-0001”; empty without a paper. */
  paperWords: z.string(),
  recordedAt: Instant,
  recordedBy: z.string(),
})
export type Disclosure = z.infer<typeof Disclosure>

/** What a disclosure may stand on: the consents to give out records that hold today, and since when the patient’s release is on file. */
export const DisclosureGrounds = z.strictObject({
  consents: z.array(z.strictObject({ consentId: ConsentId, words: z.string() })),
  releaseSignedOn: LocalDate.nullable(),
})
export type DisclosureGrounds = z.infer<typeof DisclosureGrounds>

const RELEASES = /release|disclos|record|authori[sz]/i

/** Whether a kind of consent is about giving out records. The clinic names its consents itself, so their names tell. */
export const isRelease = ({ kind, name }: { readonly kind: string; readonly name: string }): boolean => RELEASES.test(kind) || RELEASES.test(name)

/** How the patient’s release is written on the list. */
export const releaseWords = (signedOn: LocalDate): string => `Release of information signed ${formatDate(signedOn)}`

/**
 * What a disclosure stands on, as it is kept. Throws `rule_broken` where neither a consent nor a release holds and no reason is given: treatment and payment
 * need none (45 CFR 164.506), anything else does (164.508), and some states ask for more.
 */
export function decideGround(
  { consentId, onRelease, reason }: DisclosureFields,
  grounds: DisclosureGrounds,
): { readonly consentId: ConsentId | null; readonly reason: string } {
  if (consentId !== null) {
    if (!grounds.consents.some(consent => consent.consentId === consentId))
      throw new DomainError('rule_broken', 'That consent does not hold today. Choose another one, or say why without.')
    return { consentId, reason }
  }
  if (onRelease) {
    if (grounds.releaseSignedOn === null)
      throw new DomainError('rule_broken', 'No release of information is on file. Get one signed, or say why the records may go out without.')
    return { consentId: null, reason: releaseWords(grounds.releaseSignedOn) }
  }
  if (reason === '') {
    const sentence =
      'No release of information is chosen. Get one signed, or say why the records may go out without: treatment, payment, or the patient asked for them.'
    throw new DomainError('rule_broken', sentence, { 'disclosure.reason': sentence })
  }
  return { consentId: null, reason }
}
