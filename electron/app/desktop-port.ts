/** What the records ask of the desktop around them. Electron answers in the app; a fake answers in tests; the headless clinic answers from its arguments. */
export type DesktopPort = {
  /** Asks where to save; `undefined` when the person cancelled. `suggestedName` is already a safe file name. */
  chooseSavePath(suggestedName: string): Promise<string | undefined>
  /** Asks for a file to open; `undefined` when cancelled. Extensions without a dot. */
  chooseFile(title: string, extensions: readonly string[]): Promise<string | undefined>
  /** Asks for a folder to put files in; `undefined` when cancelled. */
  chooseFolder(title: string): Promise<string | undefined>
  /** Opens a file or folder with the system's own viewer (that is how papers are printed). Rejects with a sentence when nothing can open it. */
  openFile(path: string): Promise<void>
}
