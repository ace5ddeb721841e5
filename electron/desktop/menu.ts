import { Menu } from 'electron'
import { menuTemplate } from './menu-template.ts'

/** Puts the menus in place. */
export function installMenu(isDevelopment: boolean): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, isDevelopment)))
}
