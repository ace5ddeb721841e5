import type { Person } from '../../shared/access/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import type { DesktopPort } from '../app/desktop-port.ts'
import type { Host } from './host.ts'

/**
 * The desktop for one person’s requests. A clinic also locks itself under an open dialog: what is chosen there afterwards, maybe by somebody else,
 * is refused with `signed_out`.
 */
export function attendedDesktop(host: Host, person: Person): DesktopPort {
  const { desktop } = host
  const ifStillThere = (path: string | undefined) => {
    if (path !== undefined && host.person?.id !== person.id)
      throw new DomainError('signed_out', 'The clinic was locked meanwhile. Sign in, then choose the file again.')
    return path
  }
  return {
    chooseSavePath: async suggestedName => ifStillThere(await desktop.chooseSavePath(suggestedName)),
    chooseFile: async (title, extensions) => ifStillThere(await desktop.chooseFile(title, extensions)),
    chooseFolder: async title => ifStillThere(await desktop.chooseFolder(title)),
    openFile: path => desktop.openFile(path),
  }
}
