import { treatedRegions } from '../../shared/billing/check-out.ts'
import type { ReadinessFacts, VisitFacts } from '../../shared/billing/readiness-facts.ts'
import type { Invoice, InvoiceLine } from '../../shared/billing/schema.ts'
import { regionInWords, regionsOutside } from '../../shared/body-chart/regions.ts'
import { formatTime, wallTimeOf } from '../../shared/lib/dates.ts'
import type { Services } from '../app/services.ts'
import { findCode } from '../codes/repository.ts'
import { allowedRegionsOf } from '../notes/repository.ts'
import type { LoadedVisit } from './load-visit.ts'

/** What is charged (or would be), what its minutes make today under the payer’s rule, and the invoice once there is one. */
export type Charged = {
  readonly lines: readonly InvoiceLine[]
  readonly byRule: readonly InvoiceLine[]
  readonly timedMinutes: number
  readonly invoice: Invoice | null
}

/** Everything the readiness check looks at for one visit. */
export function readinessFacts(services: Services, loaded: LoadedVisit, charged: Charged): ReadinessFacts {
  const { clinic, practitioner, patient, policy, payer, episode } = loaded
  const hasPayer = policy !== null || (episode?.claim?.payerId ?? null) !== null
  return {
    clinic: { taxId: clinic.taxId, address: clinic.address, phone: clinic.phone, organisationNpi: clinic.organisationNpi },
    practitioner,
    patient: { id: patient.id, bornOn: patient.bornOn },
    policy,
    payer: hasPayer ? payer : null,
    mustCarry: payer.mustCarry,
    visits: [visitFacts(services, loaded, charged)],
  }
}

function visitFacts({ db }: Services, loaded: LoadedVisit, charged: Charged): VisitFacts {
  const { visit, note, clinic, episode, order } = loaded
  const allowed = allowedRegionsOf(db, { episodeId: visit.episodeId, prescriptionId: order?.prescription.id ?? null })
  const reasons = new Set(note?.content.regionReasons.map(({ region }) => region))
  const signature = note?.signature
  return {
    appointmentId: visit.id,
    episodeId: visit.episodeId,
    serviceOn: loaded.serviceOn,
    signedAt: signature ? formatTime(wallTimeOf(signature.signedAt, clinic.timeZone)) : null,
    timedMinutes: charged.timedMinutes,
    lines: charged.lines.map(line => ({
      code: line.code,
      isTimed: loaded.services.find(service => service.id === line.serviceId)?.isTimed ?? true,
      minutes: line.minutes,
      units: line.units,
      unitsByRule: charged.byRule.find(each => each.code === line.code)?.units ?? 0,
      placeOfService: line.placeOfService,
      pointers: line.pointers,
    })),
    diagnoses: loaded.diagnoses.map(({ code, diagnosedBy, diagnosedOn }) => ({ code, diagnosedBy, diagnosedOn, validity: findCode(db, code) })),
    prescription: order ? { ...order.prescription, visitNumber: order.visitNumber ?? 0 } : null,
    hasAllowedRegions: allowed.length > 0,
    regionsOutside: regionsOutside(treatedRegions(note?.content.blocks ?? []), allowed).map(region => ({
      words: regionInWords(region),
      hasReason: reasons.has(region),
    })),
    accident: episode && episode.kind !== 'illness' ? accidentFacts(episode.kind, episode.claim) : null,
    paid: charged.invoice?.paid ?? null,
  }
}

function accidentFacts(kind: 'auto' | 'work' | 'other', claim: NonNullable<LoadedVisit['episode']>['claim']): VisitFacts['accident'] {
  return { kind, claimNumber: claim?.claimNumber ?? '', injuredOn: claim?.injuredOn ?? null, state: claim?.state ?? '' }
}
