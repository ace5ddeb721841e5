import { protocol } from 'electron'
import { answer, type PageSources } from './page-files.ts'

/** Says, before the app is ready, that `app:` is a secure origin of its own that may fetch. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }])
}

/** Answers every address under `app://clinic/`. */
export function serveAppScheme(sources: PageSources): void {
  protocol.handle('app', request => answer(sources, request))
}
