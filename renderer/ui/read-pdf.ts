import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = worker

/** One reader for all papers: starting one anew for every state of a preview would take longer than drawing it. */
let reader: PDFWorker | undefined

/** Reads a PDF of the clinic by its relative address. Rejects when there is nothing to read. */
export function readPdf(path: string): Promise<PDFDocumentProxy> {
  if (!reader || reader.destroyed) reader = new PDFWorker({})
  return getDocument({ url: path, worker: reader, disableAutoFetch: true, disableStream: true, disableRange: true }).promise
}
