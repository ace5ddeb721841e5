import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = worker

/** Reads a PDF of the clinic by its relative address. Rejects when there is nothing to read. */
export function readPdf(path: string): Promise<PDFDocumentProxy> {
  return getDocument({ url: path, disableAutoFetch: true, disableStream: true, disableRange: true }).promise
}
