import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Result } from '../../shared/ipc/result.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { printAnswer, printLine, printRefusal, refusalOf } from './print.ts'
import { type Session, signInHeadless } from './session.ts'

const BatchLine = z.looseObject({ channel: z.string(), input: z.unknown().optional() })

/** Makes one request and prints its answer. Returns the exit code. */
export async function callOne(session: Session, channel: string, json: string): Promise<number> {
  const result = await signedInInvoke(session, channel, await readJson(json))
  if (result.ok) printAnswer(result.value)
  else printRefusal(result.error)
  return result.ok ? 0 : 1
}

/**
 * Makes a request for each line of stdin and prints one line each, in order: `{"ok":true,"value":…}` or `{"ok":false,"error":…}`.
 * A printed command is on the disk. Returns 1 if any was refused.
 */
export async function callBatch(session: Session): Promise<number> {
  let exitCode = 0
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue
    const result = await answerLine(session, line)
    if (!result.ok) exitCode = 1
    printLine(result)
  }
  return exitCode
}

/** JSON given as an argument or, for `-`, on stdin. Throws `invalid_input`. */
export async function readJson(given: string): Promise<unknown> {
  return parsed(given === '-' ? await text(process.stdin) : given)
}

async function answerLine(session: Session, line: string): Promise<Result<unknown>> {
  try {
    const { channel, input } = BatchLine.parse(parsed(line))
    return await signedInInvoke(session, channel, input ?? {})
  } catch (error) {
    return {
      ok: false,
      error: error instanceof z.ZodError ? { code: 'invalid_input', message: 'Each line is {"channel": "…", "input": {…}}.' } : refusalOf(error),
    }
  }
}

// Only what needs it asks for the password, once: the session then lasts for the whole batch.
async function signedInInvoke(session: Session, channel: string, input: unknown): Promise<Result<unknown>> {
  const result = await session.app.invoke(channel, input)
  if (result.ok || result.error.code !== 'signed_out') return result
  await signInHeadless(session)
  return session.app.invoke(channel, input)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new DomainError('invalid_input', 'That is not JSON.')
  }
}
