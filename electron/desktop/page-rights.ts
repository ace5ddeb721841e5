import type { WebPreferences } from 'electron'

/** What the page may do: nothing but talk through the preload. No Node, its own process sandbox, no embedded pages, no dictionary downloads. */
export function pageRights(preload: string): WebPreferences {
  return { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false }
}
