import type { documentsRequests } from '../../shared/documents/requests.ts'
import { stopJob } from '../app/jobs.ts'
import type { Handlers } from '../ipc/router.ts'
import { closeBatch, getBatch, openBatch } from './batch-kept.ts'
import { previewBatch } from './batch-preview.ts'
import { startBatch } from './batch-run.ts'
import { claimPaperHandlers } from './claim-form-handlers.ts'
import { issueCreditNote } from './issue-credit-note.ts'
import { issueEstimate } from './issue-estimate.ts'
import { issueInvoice } from './issue-invoice.ts'
import { issueNotePacket } from './issue-note-packet.ts'
import { issueReceipt, issueSettledReceipt } from './issue-receipt.ts'
import { issueStatement } from './issue-statement.ts'
import { correctSuperbill, issueSuperbill, previewCorrection } from './issue-superbill.ts'
import { issueVisitNote } from './issue-visit-note.ts'
import { listLetterTemplates, resetLetterTemplate, saveLetterTemplate } from './letter-templates.ts'
import { beginLetter, correctLetter, discardLetter, getLetter, refillLetter, saveLetter, signLetter } from './letters.ts'
import { listLetters } from './list-letters.ts'
import { markSent } from './mark-sent.ts'
import { openAppointmentCard } from './open-appointment-card.ts'
import { openDayClosing } from './open-day-closing.ts'
import { openDaySheet } from './open-day-sheet.ts'
import { openDocument, saveDocumentAs } from './open-document.ts'
import { openFaceSheet } from './open-face-sheet.ts'
import { openIntakeForm } from './open-intake-form.ts'
import { openReminderList } from './open-reminder-list.ts'
import { previewSuperbill } from './preview-superbill.ts'
import { printStatements } from './print-statements.ts'
import { getDocument, listDocuments } from './repository.ts'
import { getTrail, recordAnswer, recordSending, removeSending } from './trail.ts'

/** Answers about papers: superbills and letters. */
export const documentsHandlers: Handlers<keyof typeof documentsRequests> = {
  ...claimPaperHandlers,
  'documents.list': ({ db }, { patientId }) => listDocuments(db, patientId),
  'documents.get': ({ db }, { documentId }) => getDocument(db, documentId),
  'documents.previewSuperbill': previewSuperbill,
  'documents.issueSuperbill': issueSuperbill,
  'documents.previewCorrection': previewCorrection,
  'documents.correctSuperbill': correctSuperbill,
  'documents.previewBatch': previewBatch,
  'documents.startBatch': startBatch,
  'documents.getBatch': getBatch,
  'documents.openBatch': openBatch,
  'documents.closeBatch': closeBatch,
  'documents.markSent': markSent,
  'documents.open': (services, { documentId }) => openDocument(services, documentId),
  'documents.saveAs': (services, { documentId }) => saveDocumentAs(services, documentId),
  'documents.listLetters': (services, { patientId }) => listLetters(services, patientId),
  'documents.getLetter': (services, { letterId }) => getLetter(services, letterId),
  'documents.beginLetter': beginLetter,
  'documents.saveLetter': saveLetter,
  'documents.refillLetter': (services, { letterId }) => refillLetter(services, letterId),
  'documents.discardLetter': (services, { letterId }) => discardLetter(services, letterId),
  'documents.signLetter': (services, { letterId }) => signLetter(services, letterId),
  'documents.correctLetter': correctLetter,
  'documents.getTrail': (services, { documentId }) => getTrail(services, documentId),
  'documents.recordSending': recordSending,
  'documents.removeSending': removeSending,
  'documents.recordAnswer': recordAnswer,
  'documents.listLetterTemplates': ({ db }) => listLetterTemplates(db),
  'documents.saveLetterTemplate': saveLetterTemplate,
  'documents.resetLetterTemplate': resetLetterTemplate,
  'documents.issueVisitNote': issueVisitNote,
  'documents.issueNotePacket': issueNotePacket,
  'documents.issueReceipt': issueReceipt,
  'documents.issueSettledReceipt': issueSettledReceipt,
  'documents.issueInvoice': issueInvoice,
  'documents.issueCreditNote': issueCreditNote,
  'documents.issueEstimate': issueEstimate,
  'documents.openIntakeForm': openIntakeForm,
  'documents.openDaySheet': openDaySheet,
  'documents.openAppointmentCard': openAppointmentCard,
  'documents.openFaceSheet': openFaceSheet,
  'documents.openReminderList': openReminderList,
  'documents.issueStatement': issueStatement,
  'documents.printStatements': printStatements,
  'documents.openDayClosing': openDayClosing,
  'documents.stopJob': (_services, { jobId }) => {
    stopJob(jobId)
    return {}
  },
}
