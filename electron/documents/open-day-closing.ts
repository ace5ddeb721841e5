import { composeDayClose } from '../../shared/documents/day-close.ts'
import { paperName } from '../../shared/documents/paper-name.ts'
import { letterheadOf } from '../../shared/documents/paper-words.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { wallTimeOf } from '../../shared/lib/dates.ts'
import { getStoredClosing } from '../accounts/closings-repository.ts'
import type { Services } from '../app/services.ts'
import { getClinic } from '../practice/repository.ts'
import { drawDayClose } from './day-close-pdf.ts'
import { openPaper } from './open-document.ts'
import { printOptions } from './print-options.ts'

/** Opens the summary of a closed day from what was frozen when it was closed. Throws `not_found`. */
export async function openDayClosing(services: Services, { closingId }: Parsed<'documents.openDayClosing'>): Promise<{ path: string }> {
  const { db, resourcesDir } = services
  const clinic = getClinic(db)
  const { closedOn, closedAt, closedBy, closing } = getStoredClosing(db, closingId)
  const head = { letterhead: letterheadOf(clinic, clinic.logo), closedOn, closedAt: wallTimeOf(closedAt, clinic.timeZone), closedBy }
  const bytes = await drawDayClose(composeDayClose(head, closing), await printOptions(resourcesDir, clinic.paperSize, closedAt))
  return openPaper(services, { name: paperName(`Day closed ${closedOn}`, '', ''), bytes })
}
