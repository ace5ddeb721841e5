import type { PaperSize } from '../../shared/documents/letterhead.ts'
import type { Instant } from '../../shared/lib/dates.ts'
import { loadFonts } from './fonts.ts'
import type { PrintOptions } from './page.ts'

/** How a paper is drawn: its sheet, the moment it is made at, and the clinic’s fonts. */
export async function printOptions(resourcesDir: string, paperSize: PaperSize, madeAt: Instant): Promise<PrintOptions> {
  return { paperSize, createdAt: new Date(madeAt), fonts: await loadFonts(resourcesDir) }
}
