import type { Episode } from '../../shared/episodes/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { EpisodeId, PrescriptionId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { moveToEpisode } from '../attachments/repository.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { getEpisode } from './repository.ts'

type Input = { episodeId: EpisodeId; prescriptionId: PrescriptionId }

/** Takes a prescription off an episode; its scans stay with the episode, visits that chose it choose none. Throws `not_found`, and `rule_broken` when an invoice, superbill, signed letter or its answer names it. */
export function removePrescription({ db, clock }: Pick<Services, 'db' | 'clock'>, { episodeId, prescriptionId }: Input): Episode {
  return transaction(db, () => {
    const today = clock.today()
    const prescription = getEpisode(db, today, episodeId).prescriptions.find(({ id }) => id === prescriptionId)
    if (!prescription) throw new DomainError('not_found', 'That prescription is no longer on the episode.')
    const paper = paperNaming(db, { episodeId, prescriptionId, writtenOn: prescription.writtenOn })
    if (paper) throw new DomainError('rule_broken', `${paper} names this prescription, so it stays on the episode. Change it instead if something is wrong.`)
    moveToEpisode(db, prescriptionId, episodeId)
    statement(db, 'UPDATE appointments SET prescription_id = NULL WHERE prescription_id = :prescriptionId').run({ prescriptionId })
    statement(db, 'DELETE FROM prescriptions WHERE id = :prescriptionId').run({ prescriptionId })
    return getEpisode(db, today, episodeId)
  })
}

// A voided invoice counts only where a superbill was issued from it. A letter tells of every prescription its episode had by then.
function paperNaming(db: Database, asked: Input & { writtenOn: string }): string | undefined {
  return statement<typeof asked, { paper: string }>(
    db,
    `SELECT 'Invoice ' || i.number AS paper
       FROM invoices i
      WHERE i.episode_id = :episodeId AND i.facts ->> '$.prescription.id' = :prescriptionId
        AND (i.voided_at IS NULL OR EXISTS (SELECT 1 FROM document_invoices d WHERE d.invoice_id = i.id))
      UNION ALL
     SELECT 'Letter ' || number
       FROM documents
      WHERE episode_id = :episodeId AND kind = 'progress-letter' AND issued_on >= :writtenOn
      UNION ALL
     SELECT 'The answer to letter ' || d.number
       FROM letter_answers a
       JOIN documents d ON d.id = a.document_id
      WHERE a.prescription_id = :prescriptionId
      LIMIT 1`,
  ).get(asked)?.paper
}
