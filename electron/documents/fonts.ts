import { join } from 'node:path'
import { type ParsedFont, parseFont } from './typeface.ts'

/** The faces of every paper: Source Sans 3 in three cuts, and DejaVu Sans for letters it lacks. */
export type Face = 'regular' | 'semibold' | 'italic' | 'fallback'

/** Fonts ready to print with. */
export type Fonts = Readonly<Record<Face, ParsedFont>>

const FILES: Readonly<Record<Face, string>> = {
  regular: 'SourceSans3-Regular.ttf',
  semibold: 'SourceSans3-Semibold.ttf',
  italic: 'SourceSans3-It.ttf',
  fallback: 'DejaVuSans.ttf',
}

const loaded = new Map<string, Promise<Fonts>>()

/** Reads and parses the papers' fonts from the resources folder, once per process. Rejects when a font file is missing. */
export function loadFonts(resourcesDir: string): Promise<Fonts> {
  const known = loaded.get(resourcesDir)
  if (known) return known
  const fonts = readFonts(join(resourcesDir, 'fonts'))
  loaded.set(resourcesDir, fonts)
  fonts.catch(() => loaded.delete(resourcesDir))
  return fonts
}

async function readFonts(folder: string): Promise<Fonts> {
  const [regular, semibold, italic, fallback] = await Promise.all([
    parseFont(join(folder, FILES.regular)),
    parseFont(join(folder, FILES.semibold)),
    parseFont(join(folder, FILES.italic)),
    parseFont(join(folder, FILES.fallback)),
  ])
  return { regular, semibold, italic, fallback }
}
