import { z } from 'zod'
import { ClaimForm } from '../../shared/documents/claim-form.ts'
import { drawClaimOverlay } from './claim-form-overlay.ts'
import { drawClaimSheet } from './claim-form-sheet.ts'
import type { PrintOptions } from './page.ts'

/** A claim as it is drawn: as a sheet to copy, or, told how far to move, as words for ready-made forms. */
export const ClaimFormPaper = ClaimForm.extend({ overlay: z.strictObject({ right: z.int(), down: z.int() }).optional() })

/** Draws a claim. Same input, moment and size: same bytes. */
export async function drawClaimForm({ overlay, ...claim }: z.infer<typeof ClaimFormPaper>, options: PrintOptions): Promise<Uint8Array> {
  return overlay ? drawClaimOverlay(claim, overlay, options) : drawClaimSheet(claim, options)
}
