import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { type Channel, contract, type Input, type Output } from '../../shared/ipc/contract.ts'

const CLI = join(import.meta.dirname, '../../electron/cli.ts')
const Refusal = z.looseObject({ message: z.string() })
const Answer = z.union([z.looseObject({ ok: z.literal(true), value: z.unknown() }), z.looseObject({ ok: z.literal(false), error: Refusal })])

/** Runs one command of the headless clinic on a folder. Throws its refusal in words. */
export async function clinic(dir: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [CLI, '--data', dir, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const [refusal, code] = await Promise.all([text(child.stderr), new Promise<number | null>(resolve => child.once('close', resolve))])
  if (code !== 0) throw new Error(`clinic ${args.slice(0, 2).join(' ')}: ${refusal.trim()}`)
}

/** Makes a request of the headless clinic and waits for its answer. */
export type Request = <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>

/** One run of the headless clinic that answers request after request. */
export function openBatch(dir: string): { readonly request: Request; readonly close: () => Promise<void> } {
  const child = spawn(process.execPath, [CLI, '--data', dir, 'call', '--batch'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  return {
    async request(channel, input) {
      child.stdin.write(`${JSON.stringify({ channel, input })}\n`)
      const { value: line } = await lines.next()
      if (line === undefined) throw new Error(`The headless clinic ended at ${channel}.`)
      const answer = Answer.parse(JSON.parse(line))
      if (!answer.ok) throw new Error(`${channel}: ${answer.error.message}`)
      return contract[channel].output.parse(answer.value) as never
    },
    async close() {
      child.stdin.end()
      await ended
    },
  }
}
