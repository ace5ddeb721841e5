import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { Opened } from '../fixtures.ts'

/** A paper that was opened to be printed: its words as they stand on it, spaces told as one, also page by page, and its bytes as a digest. */
export type Paper = { readonly words: string; readonly pages: readonly string[]; readonly digest: string }

/** Waits until the app has opened its `count`th file, and reads it. Every PDF must also be sound. */
export async function paperOpened({ openedFiles }: Pick<Opened, 'openedFiles'>, count: number): Promise<Paper> {
  await expect.poll(async () => (await openedFiles()).length, 'papers opened for printing').toBe(count)
  return readPaper((await openedFiles()).at(-1) ?? '')
}

/** Reads a PDF with programs that are not the product’s. */
export function readPaper(path: string): Paper {
  const { stdout } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  const check = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
  expect(check.status, `${check.stdout}${check.stderr}`).toBe(0)
  const pages = stdout.split('\f').slice(0, -1).map(asOneLine)
  return { words: asOneLine(stdout), pages, digest: createHash('sha256').update(readFileSync(path)).digest('hex') }
}

const asOneLine = (words: string) => words.replace(/\s+/g, ' ').trim()

/** Expects each of these words on the paper, and names the one that is missing. */
export function expectWords(paper: Pick<Paper, 'words'>, words: readonly string[]): void {
  expect(
    words.filter(one => !paper.words.includes(one)),
    `missing on the paper: ${paper.words}`,
  ).toEqual([])
}
