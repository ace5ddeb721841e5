import type { MenuItemConstructorOptions } from 'electron'

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** The menus, with the keys people know from other programs on their system. Developer tools only in development. */
export function menuTemplate(platform: NodeJS.Platform, isDevelopment: boolean): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const own: MenuItemConstructorOptions = {
    label: 'Myodesk',
    submenu: [{ role: 'about' }, separator, { role: 'hide' }, { role: 'hideOthers' }, separator, { role: 'quit' }],
  }
  const file: MenuItemConstructorOptions = { label: 'File', submenu: [isMac ? { role: 'close' } : { role: 'quit', accelerator: 'CmdOrCtrl+Q' }] }
  const edit: MenuItemConstructorOptions = {
    label: 'Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'selectAll' },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { role: 'zoomIn' },
      { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
      { role: 'zoomOut' },
      { role: 'resetZoom' },
      separator,
      { role: 'togglefullscreen' },
      ...(isDevelopment ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
    ],
  }
  const window: MenuItemConstructorOptions = { label: 'Window', submenu: [{ role: 'minimize' }, isMac ? { role: 'zoom' } : { role: 'close' }] }
  return [...(isMac ? [own] : []), file, edit, view, window]
}
