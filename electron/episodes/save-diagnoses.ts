import type { z } from 'zod'
import { assertCodeInUse, assertDiagnoses } from '../../shared/episodes/diagnosis-rules.ts'
import type { DiagnosisFields, Episode } from '../../shared/episodes/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { DiagnosisId, type EpisodeId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { findCode, listSuccessors } from '../codes/repository.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { transaction } from '../db/transaction.ts'
import { getPrescriber } from '../practice/repository.ts'
import { getEpisode, listDiagnoses } from './repository.ts'

type Asked = z.infer<typeof DiagnosisFields> & { id: DiagnosisId | null }

/**
 * Replaces an episode’s diagnoses, in the order they are pointed to. A code that the clinic’s list does not hold is taken as typed.
 * Throws `invalid_input` for impossible dates, `rule_broken` for a code that had ended or more than 12 on a day, `not_found`.
 */
export function saveDiagnoses(
  { db, clock, newId }: Pick<Services, 'db' | 'clock' | 'newId'>,
  { episodeId, diagnoses }: { episodeId: EpisodeId; diagnoses: readonly Asked[] },
): Episode {
  return transaction(db, () => {
    const today = clock.today()
    getEpisode(db, today, episodeId)
    assertDiagnoses(diagnoses, today)
    for (const diagnosis of diagnoses) assertReferences(db, diagnosis)
    assertOwn(db, episodeId, diagnoses)
    statement(db, 'DELETE FROM diagnoses WHERE episode_id = :episodeId').run({ episodeId })
    for (const [position, diagnosis] of diagnoses.entries()) insert(db, { ...diagnosis, id: diagnosis.id ?? DiagnosisId.parse(newId()), episodeId, position })
    return getEpisode(db, today, episodeId)
  })
}

function assertReferences(db: Database, { code, validFrom, prescriberId }: Asked) {
  if (prescriberId) getPrescriber(db, prescriberId)
  const entry = findCode(db, code)
  if (entry) assertCodeInUse(entry, validFrom, listSuccessors(db, code, validFrom))
}

function assertOwn(db: Database, episodeId: EpisodeId, diagnoses: readonly Asked[]) {
  const known = new Set(listDiagnoses(db, episodeId).map(diagnosis => diagnosis.id))
  const ids = diagnoses.flatMap(diagnosis => diagnosis.id ?? [])
  if (ids.some(id => !known.has(id)) || new Set(ids).size < ids.length)
    throw new DomainError('conflict', 'The diagnoses were changed meanwhile. Open the episode again.')
}

function insert(db: Database, diagnosis: Asked & { episodeId: EpisodeId; position: number }) {
  statement(
    db,
    `INSERT INTO diagnoses (id, episode_id, position, code, label, diagnosed_by, prescriber_id, diagnosed_on, valid_from, valid_to)
          VALUES (:id, :episodeId, :position, :code, :label, :diagnosedBy, :prescriberId, :diagnosedOn, :validFrom, :validTo)`,
  ).run(diagnosis)
}
