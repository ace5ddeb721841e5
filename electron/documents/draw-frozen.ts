import { readStoredLetter } from '../../shared/documents/letter-stored.ts'
import { Superbill } from '../../shared/documents/superbill.ts'
import { printOptions } from './print-options.ts'
import { drawProgressLetter } from './progress-letter-pdf.ts'
import type { FrozenPaper } from './repository.ts'
import { drawSuperbill } from './superbill-pdf.ts'

/** The PDF of an issued paper, drawn from its frozen content and dated when it was issued: the same bytes every time, whatever changed since. */
export async function drawFrozen(resourcesDir: string, { kind, paper, paperSize, issuedAt }: FrozenPaper): Promise<Uint8Array> {
  const options = await printOptions(resourcesDir, paperSize, issuedAt)
  return kind === 'superbill' ? drawSuperbill(Superbill.parse(paper), options) : drawProgressLetter(readStoredLetter(paper), options)
}
