import type { InvoiceFacts } from '../billing/invoice-facts.ts'
import type { LocalDate } from '../lib/dates.ts'
import { DomainError } from '../lib/errors.ts'
import type { PrescriberId, PrescriptionId } from '../lib/ids.ts'
import { formatMoney } from '../lib/money.ts'
import type { ChargedVisit } from './charged-visit.ts'
import type { ClaimForm, ClaimTyped } from './claim-form.ts'
import { type ChoiceKey, TEXT_BOXES, type TextKey } from './claim-form-boxes.ts'
import { claimObstacle } from './claim-form-missing.ts'
import { billingBoxes, causeBoxes, type Filled, insuredBoxes, patientBoxes, payerAddressBoxes } from './claim-form-people.ts'
import { claimSheets } from './claim-form-sheets.ts'
import { fitted, longDate, withoutSigns } from './claim-form-words.ts'
import { fullName, letterheadOf } from './paper-words.ts'

/** What a claim is made from. `firstTreatedOn`: the case’s first visit; `releaseSignedOn`: since when the patient’s signature is on file. */
export type ClaimSource = {
  readonly visits: readonly ChargedVisit[]
  readonly typed: ClaimTyped
  readonly firstTreatedOn: LocalDate | null
  readonly releaseSignedOn: LocalDate | null
  /** Who wrote which prescription of the case, by the records of now. */
  readonly prescribers: ReadonlyMap<PrescriptionId, PrescriberId>
}

/** What a claim says of itself. `number` is null in a preview; the logo is the clinic’s present one. */
export type ClaimIssue = Pick<ClaimForm, 'number' | 'version' | 'replaces' | 'issuedOn'> & { readonly logo: string }

/** The largest amount with five digits before the point. */
const MOST_CENTS = 9_999_999

/**
 * The claim of charged visits, box by box. Who and where are taken from the latest visit.
 * Throws `rule_broken` with the way out where it cannot be made (see `claimObstacle`).
 */
export function composeClaimForm(source: ClaimSource, issue: ClaimIssue): ClaimForm {
  const { visits, typed } = source
  const obstacle = claimObstacle(visits)
  const inOrder = visits.toSorted((a, b) => a.serviceOn.localeCompare(b.serviceOn))
  const last = inOrder.at(-1)
  if (obstacle !== null || !last) throw new DomainError('rule_broken', obstacle ?? 'Nothing was charged on these dates.')
  const { facts } = last
  const isAtHome = visits.every(visit => visit.lines.every(line => line.placeOfService === '12'))
  const parts = [
    patientBoxes(facts),
    insuredBoxes(facts, typed),
    payerAddressBoxes(typed),
    causeBoxes(facts),
    caseBoxes(source, facts),
    signatureBoxes(source, facts, issue.issuedOn),
    billingBoxes(facts, isAtHome),
  ]
  const { texts, remarks } = fittedTexts(parts)
  return {
    letterhead: letterheadOf(facts.clinic, issue.logo),
    number: issue.number,
    version: issue.version,
    replaces: issue.replaces,
    issuedOn: issue.issuedOn,
    patient: { name: fullName(facts.patient), bornOn: facts.patient.bornOn, chartNumber: facts.patient.chartNumber },
    texts,
    choices: Object.assign({}, ...parts.map(({ choices }) => choices)),
    renderer: { taxonomy: facts.practitioner.taxonomy, npi: facts.practitioner.npi },
    sheets: claimSheets(inOrder),
    typed,
    remarks: [...remarks, ...lineRemarks(inOrder)],
  }
}

function fittedTexts(parts: readonly Filled[]): Pick<ClaimForm, 'texts' | 'remarks'> {
  const written: Partial<Record<TextKey, string>> = Object.assign({}, ...parts.map(({ texts }) => texts))
  const keys = Object.keys(TEXT_BOXES).filter((key): key is TextKey => key in TEXT_BOXES)
  const all = keys.flatMap(key => {
    const text = written[key] ?? ''
    return text === '' ? [] : [{ key, ...fitted(key, text) }]
  })
  return { texts: Object.fromEntries(all.map(({ key, words }) => [key, words])), remarks: all.flatMap(({ remarks }) => remarks) }
}

/** Boxes 14 to 23 but for the diagnoses: dates of the case, who referred, what was typed. */
function caseBoxes({ visits, typed, firstTreatedOn }: ClaimSource, { episode }: InvoiceFacts): Filled {
  const prescription = visits.map(({ facts }) => facts.prescription).reduce((found, each) => each ?? found, null)
  const injuredOn = episode && episode.kind !== 'illness' ? (episode.claim?.injuredOn ?? null) : null
  const onset = episode?.onsetOn ?? injuredOn
  const [qualifier, other] = otherDate(typed.otherDate, { '439': injuredOn, '471': prescription?.writtenOn ?? null, '454': firstTreatedOn })
  const { name = '', credentials = '', npi = '' } = prescription?.prescriber ?? {}
  return {
    texts: {
      ...(onset && { onset: longDate(onset), onsetQualifier: '431' }),
      ...(other && { otherDate: longDate(other), otherDateQualifier: qualifier }),
      ...(typed.unableFrom && { unableFrom: longDate(typed.unableFrom) }),
      ...(typed.unableTo && { unableTo: longDate(typed.unableTo) }),
      referrer: name === '' ? '' : `DN ${withoutSigns(`${name} ${credentials}`)}`,
      referrerNpi: npi,
      notes: typed.notes,
      icdIndicator: '0',
      resubmission: typed.resubmission,
      originalReference: typed.resubmission === '' ? '' : typed.originalReference,
      authorization: prescription?.authorizationNumber ?? '',
    },
    choices: {},
  }
}

type OtherDates = Readonly<Record<'439' | '471' | '454', LocalDate | null>>

// Usually the accident; where there was none, the prescription, else the first treatment.
function otherDate(wanted: ClaimTyped['otherDate'], dates: OtherDates): [string, LocalDate | null] {
  const order = wanted === 'usual' ? (['439', '471', '454'] as const) : [wanted]
  const found = order.find(qualifier => dates[qualifier] !== null)
  return found === undefined ? ['', null] : [found, dates[found]]
}

const ON_FILE = 'Signature on file'

/** Boxes 12, 13 and 31. Benefits are not assigned, so 13 stays empty. */
function signatureBoxes({ releaseSignedOn }: ClaimSource, { practitioner }: InvoiceFacts, issuedOn: LocalDate): Filled {
  return {
    texts: {
      ...(releaseSignedOn && { patientSignature: ON_FILE, patientSignedOn: longDate(releaseSignedOn) }),
      ...(practitioner.signatureOnFile && { providerSignature: ON_FILE, providerSignedOn: longDate(issuedOn) }),
    } satisfies Filled['texts'],
    choices: {} satisfies Partial<Record<ChoiceKey, string>>,
  }
}

function lineRemarks(visits: readonly ChargedVisit[]): string[] {
  const lines = visits.flatMap(visit => visit.lines)
  const crowded = lines.filter(({ modifiers }) => modifiers.length > 4).map(({ code }) => `Box 24D: ${code} has more than four modifiers, and four fit.`)
  const large = lines.filter(({ charge }) => charge > MOST_CENTS).map(({ charge }) => `Box 24F: ${formatMoney(charge)} does not fit. Write it in by hand.`)
  return [...new Set([...crowded, ...large])]
}
