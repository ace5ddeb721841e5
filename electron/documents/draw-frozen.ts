import { drawOne } from './drawing.ts'
import { DRAWINGS } from './drawings.ts'
import type { PaperFile } from './page.ts'
import { printOptions } from './print-options.ts'
import type { FrozenPaper } from './repository.ts'

/**
 * The PDF of an issued paper, drawn from its frozen content and dated when it was issued: the same bytes every time, whatever changed since.
 * Drawn in a thread of its own, see drawing.ts; rejects with one sentence when it fails.
 */
export const drawFrozen = (resourcesDir: string, paper: FrozenPaper): Promise<Uint8Array> => drawOne(resourcesDir, paper)

/** Draws in this thread, as a file of its own or into a file of many (then the answer is empty): for the drawing thread and for measuring. */
export async function drawHere(resourcesDir: string, { kind, paper, paperSize, issuedAt }: FrozenPaper, into?: PaperFile): Promise<Uint8Array> {
  const options = await printOptions(resourcesDir, paperSize, issuedAt)
  return DRAWINGS[kind](paper, into ? { ...options, into } : options)
}
