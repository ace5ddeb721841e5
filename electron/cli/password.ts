import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { DomainError } from '../../shared/lib/errors.ts'
import type { Options } from './arguments.ts'

/** The password of a run: from `--password-file`, `MYODESK_PASSWORD`, or asked for without showing it. Throws `invalid_input` where none can be had. */
export async function passwordFrom(options: Options, question: string): Promise<string> {
  const file = options['password-file']
  if (file !== undefined) return readSecret(file, 'password')
  const given = process.env.MYODESK_PASSWORD
  if (given !== undefined) return given
  if (process.stdin.isTTY) return askSilently(question)
  throw new DomainError('invalid_input', 'No password: use --password-file or MYODESK_PASSWORD.')
}

/** A secret kept in a file, without the line end. Throws `not_found` in words. */
export function readSecret(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '')
  } catch {
    throw new DomainError('not_found', `The ${what} file ${path} cannot be read.`)
  }
}

function askSilently(question: string): Promise<string> {
  process.stderr.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  return new Promise(resolve => {
    lines.once('line', line => {
      lines.close()
      process.stderr.write('\n')
      resolve(line)
    })
    lines.once('close', () => resolve(''))
  })
}
