import { existsSync } from 'node:fs'
import { DomainError } from '../../shared/lib/errors.ts'
import { type Arguments, HELP, readArguments } from './arguments.ts'
import { callBatch, callOne } from './call.ts'
import { describeChannels } from './channels.ts'
import { backUpHeadless, checkHeadless, restoreHeadless } from './keep.ts'
import { makeDemoHere, makeEmptyClinic } from './make-clinic.ts'
import { saveLetter, saveSuperbill } from './papers.ts'
import { printAnswer, printRefusal, printText, refusalOf } from './print.ts'
import { clinicDirOf, noClinicIn, openSession, type Session } from './session.ts'

type Command = (session: Session, args: Arguments) => Promise<number>

const commands: Readonly<Record<string, Command>> = {
  call: (session, { rest: [channel, json], options }) =>
    options.batch ? callBatch(session) : callOne(session, needed(channel, 'call CHANNEL [JSON]'), json ?? '{}'),
  init: (session, { rest: [json], options }) => (options.demo ? makeDemoHere(session) : makeEmptyClinic(session, json ?? '{}')),
  backup: (session, { rest: [file] }) => backUpHeadless(session, file),
  restore: (session, { rest: [file] }) => restoreHeadless(session, needed(file, 'restore FILE')),
  check: session => checkHeadless(session),
  superbill: session => saveSuperbill(session),
  letter: session => saveLetter(session),
}

/** Runs the headless clinic on its arguments. Returns the exit code: 0, or 1 after a refusal, which is on stderr as JSON. */
export async function runCli(args: readonly string[]): Promise<number> {
  try {
    const read = readArguments(args)
    if (read.options.help || read.command === '') {
      printText(HELP)
      return read.options.help ? 0 : 1
    }
    if (read.command === 'channels') {
      printAnswer(describeChannels())
      return 0
    }
    return await onClinic(read)
  } catch (error) {
    if (process.env.MYODESK_LOG) console.error(error)
    printRefusal(refusalOf(error))
    return 1
  }
}

async function onClinic(read: Arguments): Promise<number> {
  if (!Object.hasOwn(commands, read.command)) throw new DomainError('invalid_input', `Unknown command “${read.command}”. See clinic --help.`)
  const dir = clinicDirOf(read.options)
  if (!mayMakeClinic(read) && !existsSync(dir)) throw noClinicIn(dir)
  const session = openSession(read.options)
  try {
    return (await commands[read.command]?.(session, read)) ?? 1
  } finally {
    await session.app.close()
  }
}

// Anything else leaves a mistyped folder unmade.
function mayMakeClinic({ command, rest: [channel], options }: Arguments): boolean {
  if (command === 'call') return options.batch === true || /^(access|data)\./.test(channel ?? '')
  return command === 'init' || command === 'restore'
}

function needed(value: string | undefined, usage: string): string {
  if (value === undefined) throw new DomainError('invalid_input', `Use it as: clinic --data DIR ${usage}`)
  return value
}
