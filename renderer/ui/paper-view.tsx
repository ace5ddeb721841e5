import { useQuery } from '@tanstack/react-query'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { Problem, Waiting } from './messages.tsx'
import css from './paper-view.module.css'
import { Sheet } from './sheet.tsx'

/** Screen dots per CSS pixel drawn, so that small print stays crisp. */
const SHARPNESS = 2

type PaperViewProps = {
  /** Relative address of the PDF, such as `papers/document/….pdf`. */
  path: string
  /** Names the paper for screen readers. */
  label: string
  /** Anything that changes when the paper may look different. */
  version?: string | number
  onPages?: (pages: number) => void
}

/** `papers/document/….pdf` → `papers/document`: what kind of paper it is, a preview or an issued one. */
const kindOf = (path: unknown) => String(path).slice(0, String(path).lastIndexOf('/'))

/** A paper as it will be printed, page by page. While a newer state is drawn, the last one stays; the preview of one issued since does not. */
export function PaperView({ path, label, version = '', onPages }: PaperViewProps) {
  const paper = useQuery({
    queryKey: ['paper', path, version],
    queryFn: async () => {
      const { readPdf } = await import('./read-pdf.ts')
      return await readPdf(path)
    },
    structuralSharing: false,
    placeholderData: (previous, query) => (kindOf(query?.queryKey[1]) === kindOf(path) ? previous : undefined),
    gcTime: 0,
  })
  useOneInMemory(paper.data)
  const count = paper.data?.numPages
  useEffect(() => {
    if (count !== undefined) onPages?.(count)
  }, [count, onPages])
  if (paper.error) return <Problem tone="care" error={{ message: 'This paper cannot be shown yet.' }} />
  if (!paper.data) return <Waiting words="Drawing the paper…" />
  const pages = Array.from({ length: paper.data.numPages }, (_, index) => index + 1)
  return (
    <div className={css.pages}>
      {pages.map(page => (
        <PaperPage key={page} pdf={paper.data} page={page} label={pages.length > 1 ? `${label}, page ${page} of ${pages.length}` : label} />
      ))}
    </div>
  )
}

/** Lets go of a paper’s memory once a newer state of it is there, and when it leaves the screen. */
function useOneInMemory(pdf: PDFDocumentProxy | undefined): void {
  const held = useRef<PDFDocumentProxy>(undefined)
  useEffect(() => {
    if (held.current !== pdf) void held.current?.loadingTask.destroy()
    held.current = pdf
  }, [pdf])
  useEffect(() => () => void held.current?.loadingTask.destroy(), [])
}

function PaperPage({ pdf, page, label }: { pdf: PDFDocumentProxy; page: number; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [words, setWords] = useState('')
  useEffect(() => {
    let isCurrent = true
    const draw = async () => {
      const sheet = await pdf.getPage(page)
      const viewport = sheet.getViewport({ scale: SHARPNESS })
      const surface = window.document.createElement('canvas')
      surface.width = viewport.width
      surface.height = viewport.height
      await sheet.render({ canvas: surface, viewport }).promise
      const text = await sheet.getTextContent()
      const shown = canvas.current
      if (!isCurrent || !shown) return
      shown.width = surface.width
      shown.height = surface.height
      shown.getContext('2d')?.drawImage(surface, 0, 0)
      setWords(text.items.map(item => ('str' in item ? item.str : '')).join(' '))
    }
    void draw().catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [pdf, page])
  return (
    <Sheet label={label}>
      <canvas ref={canvas} />
      <p className={css.words}>{words}</p>
    </Sheet>
  )
}
