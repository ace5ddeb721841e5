import { estimateWords } from '../../shared/reports/attention-words.ts'
import type { AttentionItem } from '../../shared/reports/schema.ts'
import type { Services } from '../app/services.ts'
import { listDue } from '../estimates/due-repository.ts'

/** Rows at most: more are not written in a day. */
const MOST = 50

/** Good faith estimates that are due, the soonest first. */
export function estimateItems(asked: Pick<Services, 'db' | 'clock'>): AttentionItem[] {
  const today = asked.clock.today()
  return listDue(asked)
    .slice(0, MOST)
    .map(({ patientId, patientName, standing: { dueOn, sentence, why } }) => ({
      kind: 'estimate',
      patientId,
      who: patientName,
      ...estimateWords({ dueOn: dueOn ?? today, sentence, isNew: why === 'changed' }, today),
    }))
}
