import type { Letterhead } from '../../shared/documents/letterhead.ts'
import { letterheadOf } from '../../shared/documents/paper-words.ts'
import { type LocalDateTime, wallTimeOf } from '../../shared/lib/dates.ts'
import type { Clinic } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import { getClinic } from '../practice/repository.ts'
import type { PrintOptions } from './page.ts'
import { printOptions } from './print-options.ts'

/** What every paper of the front desk starts from: the clinic, its head, how it prints, and the wall time now. These papers are not frozen. */
export async function deskMoment({ db, clock, resourcesDir }: Pick<Services, 'db' | 'clock' | 'resourcesDir'>): Promise<{
  readonly clinic: Clinic
  readonly letterhead: Letterhead
  readonly printed: LocalDateTime
  readonly options: PrintOptions
}> {
  const clinic = getClinic(db)
  const now = clock.now()
  const options = await printOptions(resourcesDir, clinic.paperSize, now)
  return { clinic, letterhead: letterheadOf(clinic, clinic.logo), printed: wallTimeOf(now, clinic.timeZone), options }
}
