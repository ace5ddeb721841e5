import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const results = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** When anything under a path last changed, in milliseconds; 0 when there is nothing. Tests are no part of the app. */
export function newestChange(path: string): number {
  const state = statSync(path, { throwIfNoEntry: false })
  if (!state || /\.test\.tsx?$/.test(path)) return 0
  if (!state.isDirectory()) return state.mtimeMs
  return Math.max(0, ...readdirSync(path).map(name => newestChange(join(path, name))))
}

/** Whether the built app is missing or older than what it is built from. */
export function isBuildStale(project: string): boolean {
  const built = Math.min(...results.map(path => newestChange(join(project, path))))
  return built === 0 || built < Math.max(...sources.map(path => newestChange(join(project, path))))
}

/** Builds the app when needed. False when the build failed; its own words are on the screen then. */
export function buildIfStale(project: string): boolean {
  if (!isBuildStale(project)) return true
  console.log('Building Myodesk …')
  const cli = join(project, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'build', '--logLevel', 'warn'], { cwd: project, encoding: 'utf8' })
  if (status !== 0) console.error(`${stdout}${stderr}\nMyodesk could not be built.`)
  return status === 0
}
