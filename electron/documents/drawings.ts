import { AttendanceLetter, AttendanceLog } from '../../shared/documents/attendance.ts'
import { Estimate } from '../../shared/documents/estimate.ts'
import { CreditNotePaper, InvoicePaper } from '../../shared/documents/invoice-paper.ts'
import { readStoredLetter } from '../../shared/documents/letter-stored.ts'
import { NotePacket } from '../../shared/documents/note-packet.ts'
import { Receipt } from '../../shared/documents/receipt.ts'
import type { DocumentKind } from '../../shared/documents/schema.ts'
import { Statement } from '../../shared/documents/statement.ts'
import { Superbill } from '../../shared/documents/superbill.ts'
import { VisitNotePaper } from '../../shared/documents/visit-note.ts'
import { drawAttendanceLetter } from './attendance-letter-pdf.ts'
import { drawAttendanceLog } from './attendance-log-pdf.ts'
import { ClaimFormPaper, drawClaimForm } from './claim-form-pdf.ts'
import { drawCreditNote } from './credit-note-pdf.ts'
import { drawEstimate } from './estimate-pdf.ts'
import { drawInvoice } from './invoice-paper-pdf.ts'
import { drawNotePacket } from './note-packet-pdf.ts'
import type { PrintOptions } from './page.ts'
import { drawProgressLetter } from './progress-letter-pdf.ts'
import { drawReceipt } from './receipt-pdf.ts'
import { drawRecordsPacket, RecordsPacketPaper } from './records-packet-pdf.ts'
import { drawStatement } from './statement-pdf.ts'
import { drawSuperbill } from './superbill-pdf.ts'
import { drawVisitNote } from './visit-note-pdf.ts'

/** Reads the frozen content of a paper and draws it. */
type Drawing = (paper: unknown, options: PrintOptions) => Promise<Uint8Array>

/** How each kind of paper is drawn from its frozen content. */
export const DRAWINGS: Readonly<Record<DocumentKind, Drawing>> = {
  superbill: (paper, options) => drawSuperbill(Superbill.parse(paper), options),
  'progress-letter': (paper, options) => drawProgressLetter(readStoredLetter(paper), options),
  'visit-note': (paper, options) => drawVisitNote(VisitNotePaper.parse(paper), options),
  'note-packet': (paper, options) => drawNotePacket(NotePacket.parse(paper), options),
  receipt: (paper, options) => drawReceipt(Receipt.parse(paper), options),
  invoice: (paper, options) => drawInvoice(InvoicePaper.parse(paper), options),
  'credit-note': (paper, options) => drawCreditNote(CreditNotePaper.parse(paper), options),
  statement: (paper, options) => drawStatement(Statement.parse(paper), options),
  estimate: (paper, options) => drawEstimate(Estimate.parse(paper), options),
  'claim-form': (paper, options) => drawClaimForm(ClaimFormPaper.parse(paper), options),
  'attendance-log': (paper, options) => drawAttendanceLog(AttendanceLog.parse(paper), options),
  'attendance-letter': (paper, options) => drawAttendanceLetter(AttendanceLetter.parse(paper), options),
  'records-packet': (paper, options) => drawRecordsPacket(RecordsPacketPaper.parse(paper), options, (each, into) => DRAWINGS[each.kind](each.paper, into)),
}
