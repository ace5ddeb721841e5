import type { DesktopPort } from '../app/desktop-port.ts'

/** A desktop that answers what the test put in and remembers what was opened. An empty queue means the person cancelled. */
export type FakeDesktop = DesktopPort & {
  readonly opened: string[]
  readonly suggestedNames: string[]
  /** Paths to answer with, first one first. */
  readonly savePaths: string[]
  readonly chosenFiles: string[]
  readonly chosenFolders: string[]
}

/** Makes a fake desktop with nothing to answer yet. */
export function fakeDesktop(): FakeDesktop {
  const desktop: FakeDesktop = {
    opened: [],
    suggestedNames: [],
    savePaths: [],
    chosenFiles: [],
    chosenFolders: [],
    async chooseSavePath(suggestedName) {
      desktop.suggestedNames.push(suggestedName)
      return desktop.savePaths.shift()
    },
    async chooseFile() {
      return desktop.chosenFiles.shift()
    },
    async chooseFolder() {
      return desktop.chosenFolders.shift()
    },
    async openFile(path) {
      desktop.opened.push(path)
    },
  }
  return desktop
}
