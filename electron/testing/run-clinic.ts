import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { TEST_PASSWORD } from './set-up.ts'
import { TEST_NOW } from './test-app.ts'

/** What a run of the headless clinic left: its output and exit code. */
export type Run = { readonly code: number | null; readonly out: string; readonly err: string }

/** Starts the headless clinic as its own process at the tests’ moment, with the test password in its environment unless `password` says otherwise. */
export function startClinic(args: readonly string[], password: string | null = TEST_PASSWORD): ChildProcessWithoutNullStreams {
  const { MYODESK_PASSWORD: _given, MYODESK_DATA_DIR: _dir, ...rest } = process.env
  const env = { ...rest, MYODESK_NOW: TEST_NOW }
  const program = resolve(import.meta.dirname, '../cli.ts')
  return spawn(process.execPath, [program, ...args], { env: password === null ? env : { ...env, MYODESK_PASSWORD: password } })
}

/** Runs the headless clinic to its end. */
export async function runClinic(
  args: readonly string[],
  { input = '', password = TEST_PASSWORD }: { input?: string; password?: string | null } = {},
): Promise<Run> {
  const child = startClinic(args, password)
  child.stdin.end(input)
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), new Promise<number | null>(done => child.once('close', done))])
  return { code, out, err }
}
