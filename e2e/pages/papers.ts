import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { Opened } from '../fixtures.ts'

/** A paper that was opened to be printed: its words as they stand on the page, spaces told as one, and its bytes as a digest. */
export type Paper = { readonly words: string; readonly digest: string }

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
  return { words: stdout.replace(/\s+/g, ' ').trim(), digest: createHash('sha256').update(readFileSync(path)).digest('hex') }
}

/** Expects each of these words on the paper, and names the one that is missing. */
export function expectWords(paper: Paper, words: readonly string[]): void {
  expect(
    words.filter(one => !paper.words.includes(one)),
    `missing on the paper: ${paper.words}`,
  ).toEqual([])
}
