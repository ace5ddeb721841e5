import { resolve } from 'node:path'
import { passwordFrom, readSecret } from './password.ts'
import { printAnswer } from './print.ts'
import { passwordOf, type Session, signInHeadless } from './session.ts'

/** Makes a verified backup, at `file` or in the clinic’s backups folder. */
export async function backUpHeadless(session: Session, file: string | undefined): Promise<number> {
  await signInHeadless(session)
  if (file !== undefined) session.saveTo(file)
  printAnswer(await session.request(file === undefined ? 'data.backUp' : 'data.backUpTo', {}))
  return 0
}

/** Puts a backup in place with the clinic’s password, or with a recovery key and a new password. */
export async function restoreHeadless(session: Session, file: string): Promise<number> {
  const keyFile = session.options['recovery-key-file']
  const keys =
    keyFile === undefined
      ? { password: await passwordOf(session) }
      : { recoveryKey: readSecret(keyFile, 'recovery key'), newPassword: await passwordFrom(session.options, 'New password: ') }
  printAnswer(await session.request('data.restore', { path: resolve(file), ...keys }))
  return 0
}

/** Reads the whole clinic and says what it found. Exit code 1 when anything is wrong. */
export async function checkHeadless(session: Session): Promise<number> {
  await signInHeadless(session)
  const soundness = await session.request('data.check', {})
  printAnswer(soundness)
  return soundness.isSound ? 0 : 1
}
