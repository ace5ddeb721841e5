import { codeOf } from '../db/sqlite-errors.ts'

/** A log of codes and names only: never patient text. */
export type Logger = {
  info(event: string, detail?: string): void
  error(event: string, error: unknown): void
}

/** A log of one line for each event, with the moment; errors by name, code and place in the program, because their messages may quote a record. */
export function lineLogger(write: (line: string) => void): Logger {
  const line = (level: string, event: string, detail: string) => write(`${new Date().toISOString()} ${level} ${event}${detail ? ` ${detail}` : ''}\n`)
  return { info: (event, detail = '') => line('info', event, detail), error: (event, error) => line('error', event, withoutMessage(error)) }
}

function withoutMessage(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const places = (error.stack ?? '').split('\n').filter(text => /^\s+at /.test(text))
  return [error.name, codeOf(error), ...places.slice(0, 6).map(place => place.trim())].filter(Boolean).join(' | ')
}
