import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** What the executable was asked to do: modules to load first, switches (`--name=value`), and the app to run. */
export type CommandLine = { readonly preloads: readonly string[]; readonly switches: Map<string, string>; readonly app: string }

/** Reads the arguments that Electron would accept: `-r module`, `--switch[=value]`, then the app's folder or file (default: here). */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const preloads: string[] = []
  const switches = new Map<string, string>()
  let app: string | undefined
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '-r' || arg === '--require') preloads.push(rest.shift() ?? '')
    else if (arg.startsWith('--')) {
      const [name = '', ...value] = arg.slice(2).split('=')
      switches.set(name, value.join('='))
    } else app ??= arg
  }
  return { preloads, switches, app: app ?? '.' }
}

/** Finds the app's folder (the nearest one with a package.json) and the main file to run. */
export function locateApp(app: string): { dir: string; main: string; name: string; version: string } {
  const path = resolve(app)
  const isFolder = statSync(path).isDirectory()
  let dir = isFolder ? path : dirname(path)
  while (!existsSync(join(dir, 'package.json')) && dirname(dir) !== dir) dir = dirname(dir)
  const manifest: { main?: string; name?: string; productName?: string; version?: string } = existsSync(join(dir, 'package.json'))
    ? JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
    : {}
  return {
    dir,
    main: isFolder ? join(dir, manifest.main ?? 'index.js') : path,
    name: manifest.productName ?? manifest.name ?? 'app',
    version: manifest.version ?? '0.0.0',
  }
}
