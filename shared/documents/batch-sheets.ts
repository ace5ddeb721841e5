import type { AppointmentId, DocumentId } from '../lib/ids.ts'
import type { ChargedVisit } from './charged-visit.ts'

/** Visits that stand on one superbill together, and the superbill they stand on already. */
export type Sheet<Visit> = { readonly issuedAs: DocumentId | null; readonly visits: readonly Visit[] }

/**
 * A patient’s visits parted into superbills: those on a superbill stay on it; of the others each practitioner, plan and accident has one of its own, since a
 * superbill names one of each. In the order of their first visit.
 */
export function sheetsOf<Visit extends ChargedVisit & { readonly appointmentId: AppointmentId }>(
  visits: readonly Visit[],
  onSuperbill: ReadonlyMap<AppointmentId, DocumentId>,
): Sheet<Visit>[] {
  const sheets = new Map<string, { issuedAs: DocumentId | null; visits: Visit[] }>()
  for (const visit of visits) {
    const issuedAs = onSuperbill.get(visit.appointmentId) ?? null
    const key = issuedAs ?? partOf(visit)
    const sheet = sheets.get(key)
    if (sheet) sheet.visits.push(visit)
    else sheets.set(key, { issuedAs, visits: [visit] })
  }
  return [...sheets.values()]
}

function partOf({ facts: { practitioner, policy, episode } }: ChargedVisit): string {
  const plan = policy === null || policy.memberId === '' ? '' : policy.payer.name
  const accident = episode === null || episode.kind === 'illness' ? '' : `${episode.kind} ${episode.id}`
  return JSON.stringify([practitioner.id, plan, accident])
}
