import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Logger, lineLogger } from '../app/logger.ts'

const LARGEST = 1_000_000

/** The log of codes and names in the data folder; past a million bytes it starts anew and keeps one older file. A full disk must not stop the app. */
export function fileLogger(dataDir: string): Logger {
  const file = join(dataDir, 'myodesk.log')
  return lineLogger(line => {
    try {
      mkdirSync(dataDir, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.old`)
      appendFileSync(file, line)
    } catch {
      process.stderr.write(line)
    }
  })
}
