import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { PROJECT } from '../runtime.ts'
import { findBrowser } from '../stand-in/browsers.ts'
import type { PlacedWords } from './placed-words.ts'

/** A warm browser that prints. */
export type PrintingBrowser = {
  readonly version: string
  /** Loads a page of words; the fonts are ready when it is done. */
  load(html: string): Promise<void>
  /** Prints what is loaded, tagged and with embedded fonts, as ours. */
  print(): Promise<Uint8Array>
  close(): Promise<void>
}

const CUTS = ['Regular', 'Semibold', 'It'] as const

/** Starts the browser of this machine and prints once. Undefined where there is none. */
export async function startChromium(): Promise<PrintingBrowser | undefined> {
  const executablePath = await findBrowser()
  if (!executablePath) return undefined
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const page = await browser.newPage()
  const print = async () => new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }))
  await load(page, htmlOf([[{ text: 'Warm', x: 50, y: 50, size: 9.5, cut: 'Regular' }]]))
  await print()
  return { version: browser.version(), load: html => load(page, html), print, close: () => browser.close() }
}

async function load(page: Page, html: string): Promise<void> {
  await page.setContent(html)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** A plain page with words at their places, set in the papers’ own font. */
export function htmlOf(pages: readonly (readonly PlacedWords[])[]): string {
  const faces = CUTS.map(cut => `@font-face{font-family:S${cut};src:url(data:font/ttf;base64,${fontFile(cut)})}.${cut}{font-family:S${cut}}`)
  const sheet = '@page{size:8.5in 11in;margin:0}body{margin:0}section{position:relative;width:612pt;height:792pt;break-after:page;overflow:hidden}'
  const words = 'p{position:absolute;margin:0;white-space:pre;line-height:1}'
  const body = pages.map(page => `<section>${page.map(wordsIn).join('')}</section>`)
  return `<!doctype html><html lang="en-US"><title>Paper</title><style>${faces.join('')}${sheet}${words}</style>${body.join('')}</html>`
}

const wordsIn = ({ text, x, y, size, cut }: PlacedWords) =>
  `<p class="${cut}" style="left:${x.toFixed(2)}pt;top:${(y - size * 0.85).toFixed(2)}pt;font-size:${size.toFixed(2)}pt">${text.replace(/[&<>]/g, escaped)}</p>`

const escaped = (character: string) => `&#${character.charCodeAt(0)};`

const files = new Map<string, string>()

function fontFile(cut: string): string {
  const known = files.get(cut) ?? readFileSync(join(PROJECT, `resources/fonts/SourceSans3-${cut}.ttf`), 'base64')
  files.set(cut, known)
  return known
}
