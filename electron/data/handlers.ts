import type { dataRequests } from '../../shared/data/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { backUp, suggestedName } from './backup.ts'
import { listBackups } from './list-backups.ts'
import { restore } from './restore.ts'
import { checkClinic } from './verify.ts'

/** Answers to the requests about backups. */
export const dataHandlers: Handlers<keyof typeof dataRequests> = {
  'data.backUp': host => backUp(host, { kind: 'asked' }),
  'data.backUpTo': async host => {
    const path = await host.desktop.chooseSavePath(suggestedName(host))
    return path === undefined ? null : backUp(host, { kind: 'asked', path })
  },
  'data.check': host => checkClinic(host),
  'data.listBackups': host => listBackups(host.files.backups),
  'data.chooseBackup': async host => {
    const path = await host.desktop.chooseFile('Choose a backup', ['myodesk'])
    return path === undefined ? null : { path }
  },
  'data.restore': (host, request) => host.inTurn(() => restore(host, request)),
}
