/** Where the window's page lives. */
export const HOME = 'app://clinic/'

/** Whether an address is the app's own. */
export function isOwnAddress(address: string): boolean {
  return address.startsWith(HOME)
}

/** Whether a message comes from the window's own page: its top frame, at the app's own address. */
export function isOwnFrame(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url)
}

/** Whether the page may go to this address by itself: only back to its own start (a reload). Screens change within the page. */
export function mayGoTo(address: string): boolean {
  return [HOME, `${HOME}index.html`].includes(address.split(/[?#]/)[0] ?? '')
}

/** Whether a request stays inside the app: its own scheme, data it made itself, developer tools, and in development the local server. */
export function isInside(address: string, developmentServer: string | undefined): boolean {
  if (isOwnAddress(address) || /^(data|blob|devtools):/.test(address)) return true
  return developmentServer !== undefined && new URL(address).host === new URL(developmentServer).host
}
