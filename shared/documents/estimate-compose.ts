import type { Diagnosis } from '../episodes/schema.ts'
import type { EstimateDraft, SubmitAnswer } from '../estimates/schema.ts'
import { dayOf, formatDate, formatTime, formatWeekday, type LocalDate, type LocalDateTime } from '../lib/dates.ts'
import type { PractitionerId } from '../lib/ids.ts'
import { Amount, type Cents, cents, sumCents } from '../lib/money.ts'
import type { Patient } from '../patients/schema.ts'
import { type BillingRules, shareOf } from '../practice/billing-rules.ts'
import { feeOn } from '../practice/fees.ts'
import { maskedTaxId } from '../practice/identifiers.ts'
import type { Clinic, Payer, Practitioner, Service } from '../practice/schema.ts'
import type { Estimate, EstimateLine, EstimateProvider } from './estimate.ts'
import { disputeStatements, estimateStatements } from './estimate-statements.ts'
import { addressLines, fullName, letterheadOf, withCredentials } from './paper-words.ts'

/** What an estimate is composed from beside what the desk filled in. */
export type EstimateFacts = {
  readonly clinic: Clinic
  readonly patient: Patient
  readonly practitioners: readonly Practitioner[]
  readonly services: readonly Service[]
  /** On file for the first day; never ours. */
  readonly diagnoses: readonly Diagnosis[]
  readonly rules: BillingRules
  /** What the patient said when asked whether they will send the superbill to an insurer; null while unasked. */
  readonly answer: SubmitAnswer | null
  /** Of the patient’s own plan; null without one. */
  readonly payerKind: Payer['kind'] | null
  readonly bookedOn: LocalDate | null
  readonly requestedOn: LocalDate | null
  /** Visits booked within the time of the estimate, in order. */
  readonly booked: readonly { readonly startsAt: LocalDateTime; readonly practitionerId: PractitionerId }[]
}

/** What an estimate says of itself; `number` null in a preview. */
export type EstimateIssue = Pick<Estimate, 'number' | 'version' | 'replaces' | 'issuedOn'>

/** The estimate with every figure decided: each service at the fee of its dates, the self-pay discount as a discount, and the words the rule asks for. */
export function composeEstimate(draft: EstimateDraft, facts: EstimateFacts, issue: EstimateIssue): Estimate {
  const { clinic, patient, rules } = facts
  const providers = draft.providers.map(provider => providerOf(provider, draft, facts))
  const charges = sumCents(providers.flatMap(({ lines }) => lines.map(({ expected }) => cents(expected))))
  const discount = draft.withDiscount ? shareOf(charges, rules.selfPayDiscount) : cents(0)
  return {
    ...issue,
    letterhead: letterheadOf(clinic, clinic.logo),
    bookedOn: facts.bookedOn,
    requestedOn: facts.requestedOn,
    patient: {
      name: fullName(patient),
      addressLines: addressLines(patient.address),
      bornOn: patient.bornOn,
      paying: payingWords(facts),
    },
    service: draft.service,
    plan: planWords(draft, facts),
    diagnoses: diagnosisWords(facts.diagnoses),
    visits: draft.visits,
    from: draft.from,
    to: draft.to,
    providers,
    totals: {
      charges: Amount.parse(charges),
      discount: cents(0 - discount),
      discountWords: discount === 0 ? '' : `Self-pay discount, ${rules.selfPayDiscount / 1000} %`,
      expected: Amount.parse(charges - discount),
    },
    statements: estimateStatements(draft.notIncluded),
    dispute: disputeStatements(rules.estimate),
    basis: basisOf(draft, facts),
  }
}

/** Who pays, as far as anybody said so; empty where nobody did. */
function payingWords({ answer, payerKind, requestedOn }: EstimateFacts): string {
  if (answer === 'no') return 'Self-pay, no claim'
  if (requestedOn !== null) return 'Asked for an estimate'
  return answer === null && payerKind === 'self-pay' ? 'Self-pay' : ''
}

const countedVisits = (count: number) => `${count} ${count === 1 ? 'visit' : 'visits'}`

function planWords({ frequency, visits }: EstimateDraft, { booked }: EstimateFacts): string {
  const parts = frequency.toLowerCase() === 'one visit' && visits === 1 ? [frequency] : [frequency, countedVisits(visits)]
  const first = booked[0]?.startsAt
  const day = first && dayOf(first)
  const when = first && day ? `first on ${formatWeekday(day).split(',')[0]}, ${formatDate(day)}, ${formatTime(first)}` : 'not booked yet'
  return [...parts, when].join(', ')
}

function diagnosisWords(diagnoses: readonly Diagnosis[]): string {
  if (diagnoses.length === 0) return 'None on file'
  return diagnoses.map(({ code, label, diagnosedBy, diagnosedOn }) => `${code} ${label} (${diagnosedBy}, ${formatDate(diagnosedOn)})`).join('; ')
}

function providerOf({ practitionerId, lines }: EstimateDraft['providers'][number], draft: EstimateDraft, facts: EstimateFacts): EstimateProvider {
  const person = facts.practitioners.find(({ id }) => id === practitionerId)
  const dx = facts.diagnoses.map(({ code }) => code).join(', ')
  return {
    name: person ? withCredentials(person.legalName, person.credentials) : 'Not named',
    facts: providerFacts(person, facts.clinic),
    lines: lines.flatMap(line => {
      const service = facts.services.find(({ id }) => id === line.serviceId)
      if (!service) return []
      return feesOf(service, { count: line.visits, draft, booked: facts.booked.filter(visit => visit.practitionerId === practitionerId) }).map(
        ({ unitFee, visits }): EstimateLine => ({
          service: service.name,
          code: service.code,
          dx,
          units: line.units,
          unitFee: Amount.parse(unitFee),
          visits,
          expected: Amount.parse(unitFee * line.units * visits),
        }),
      )
    }),
  }
}

function providerFacts(person: Practitioner | undefined, { taxId, address }: Clinic): string {
  const license = [person?.licenseState ?? '', person?.licenseNumber ?? ''].filter(text => text !== '').join(' ')
  const state = address.state === '' ? '' : `, ${address.state}`
  const numbers = [
    `NPI ${person?.npi ? person.npi : 'not on file'}`,
    `TIN ${taxId === '' ? 'not on file' : maskedTaxId(taxId)}`,
    ...(license === '' ? [] : [`license ${license}`]),
  ]
  return `${numbers.join(', ')}. Location: address above${state}`
}

type Counted = { readonly count: number; readonly draft: EstimateDraft; readonly booked: EstimateFacts['booked'] }

/** A service at the fee of each of its dates: one row for each fee. Visits not booked yet count at the last booked date, or the first day. */
function feesOf(service: Service, { count, draft, booked }: Counted): { unitFee: Cents; visits: number }[] {
  const days = booked.map(({ startsAt }) => dayOf(startsAt)).slice(0, count)
  const rest = days.at(-1) ?? draft.from
  const fees = Array.from({ length: count }, (_, index) => feeOn(service, days[index] ?? rest))
  return [...Map.groupBy(fees, fee => fee)].map(([unitFee, own]) => ({ unitFee, visits: own.length }))
}

function basisOf({ providers, to }: EstimateDraft, { services, booked }: EstimateFacts): Estimate['basis'] {
  const serviceIds = new Set(providers.flatMap(({ lines }) => lines.map(({ serviceId }) => serviceId)))
  const last = booked.at(-1)?.startsAt
  return {
    practitionerIds: providers.map(({ practitionerId }) => practitionerId),
    fees: services
      .filter(({ id }) => serviceIds.has(id))
      .map(service => ({
        serviceId: service.id,
        name: service.name,
        unitFee: Amount.parse(feeOn(service, last ? dayOf(last) : to)),
      })),
  }
}

/** What to see to before an estimate is given, in sentences. None of it stops the desk. */
export function estimateRemarks(draft: EstimateDraft, { clinic, practitioners, diagnoses, booked }: EstimateFacts): string[] {
  const named = draft.providers.flatMap(({ practitionerId }) => practitioners.find(({ id }) => id === practitionerId) ?? [])
  return [
    ...named.filter(({ npi }) => npi === '').map(({ legalName }) => `${legalName} has no NPI on file; the estimate must name it.`),
    ...(clinic.taxId === '' ? ['The clinic has no tax ID on file; the estimate must name it.'] : []),
    ...(clinic.address.street === '' ? ['The clinic has no address on file; the estimate must name the location.'] : []),
    ...(diagnoses.length === 0 ? ['No diagnosis is on file, and the estimate says so.'] : []),
    ...(booked.length > draft.visits ? [`${countedVisits(booked.length)} are booked in this time, the estimate has ${draft.visits}.`] : []),
  ]
}
