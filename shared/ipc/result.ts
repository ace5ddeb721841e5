import type { ErrorCode } from '../lib/errors.ts'

/** A refusal as it crosses the process border: code, one sentence, and the fields it is about (path → sentence). */
export type Refusal = { code: ErrorCode; message: string; fields?: Readonly<Record<string, string>> }

/** What every request answers: a value, or a refusal. Errors never cross as exceptions. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Refusal }
