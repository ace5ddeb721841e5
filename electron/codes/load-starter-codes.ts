import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCodeList } from '../../shared/codes/icd10.ts'
import type { Database } from '../db/open.ts'
import { transaction } from '../db/transaction.ts'
import { writeCode } from './repository.ts'

/** Puts the product’s starter list of ICD-10-CM codes into the clinic’s. Doing it again changes nothing. Throws where the list is missing or broken. */
export function loadStarterCodes(db: Database, resourcesDir: string) {
  const entries = parseCodeList(readFileSync(join(resourcesDir, 'codes', 'icd10-starter.tsv'), 'utf8'))
  transaction(db, () => {
    for (const entry of entries) writeCode(db, entry)
  })
}
