import { writeSync } from 'node:fs'
import type { Refusal } from '../../shared/ipc/result.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { codeOf } from '../db/sqlite-errors.ts'

const OUT = 1
const ERR = 2

/** Prints an answer as JSON, for people to read. */
export function printAnswer(value: unknown) {
  writeAll(OUT, `${JSON.stringify(value, null, 2)}\n`)
}

/** Prints one line of a batch. It is in the reader’s hands when this returns. */
export function printLine(value: unknown) {
  writeAll(OUT, `${JSON.stringify(value)}\n`)
}

/** Prints text as it is. */
export function printText(text: string) {
  writeAll(OUT, text)
}

/** Prints a refusal on stderr. */
export function printRefusal({ code, message, fields }: Refusal) {
  writeAll(ERR, `${JSON.stringify({ code, message, ...(fields ? { fields } : {}) })}\n`)
}

/** An error thrown on the way as a refusal; anything but our own sentences stays unsaid. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof DomainError)) return { code: 'unexpected', message: 'Something went wrong. Nothing was saved.' }
  return { code: error.code, message: error.message, ...(error.fields ? { fields: error.fields } : {}) }
}

// A pipe whose reader is slow answers EAGAIN; a result must still come out whole.
function writeAll(to: number, text: string) {
  const bytes = Buffer.from(text)
  for (let sent = 0; sent < bytes.length; ) {
    try {
      sent += writeSync(to, bytes, sent)
    } catch (error) {
      if (codeOf(error) === 'EPIPE') throw new DomainError('storage', 'Nobody reads the output any more, so the rest was not done.')
      if (codeOf(error) !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}
