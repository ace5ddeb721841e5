import { BENEFIT_KINDS } from '../../shared/claims/benefit.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { AttentionItem } from '../../shared/reports/schema.ts'
import { listShortBenefits } from '../claims/benefit-repository.ts'
import type { Database } from '../db/open.ts'

/** Auto and work claims of open episodes that pay little or nothing more; those used up first. */
export function benefitItems(db: Database, today: LocalDate): AttentionItem[] {
  return listShortBenefits(db, today)
    .map(({ episodeId, patientName, benefit: { kind, state, words } }) => ({
      kind: 'benefit' as const,
      episodeId,
      isUrgent: state === 'over',
      who: patientName,
      title: `${BENEFIT_KINDS[kind]} limit ${state === 'over' ? 'used up' : 'runs short'}`,
      detail: `${words}.`,
    }))
    .toSorted((a, b) => Number(b.isUrgent) - Number(a.isUrgent))
}
