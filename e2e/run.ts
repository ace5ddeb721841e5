import './stand-in/node-version.ts'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { hasDisplay, PROJECT, presentRuntime } from './runtime.ts'
import { findBrowser, NO_BROWSER } from './stand-in/browsers.ts'
import { buildIfStale } from './stand-in/build.ts'

const has = (program: string) => spawnSync(program, ['--help'], { stdio: 'ignore' }).error === undefined
const isDebianRoot = process.platform === 'linux' && process.getuid?.() === 0 && has('/usr/bin/apt-get')

function install(packages: readonly string[]): void {
  if (packages.length === 0 || !isDebianRoot) return
  console.log(`Installing what the specs need: ${packages.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', ...packages],
  ]) {
    const { status, stderr } = spawnSync('/usr/bin/apt-get', args, { env, encoding: 'utf8' })
    if (status !== 0) console.error(stderr)
  }
}

function stop(words: string): never {
  console.error(words)
  process.exit(1)
}

const runtime = presentRuntime()
const needsBrowser = runtime.kind === 'stand-in' && !(await findBrowser())
const tools = [...(has('pdftotext') ? [] : ['poppler-utils']), ...(has('qpdf') ? [] : ['qpdf'])]
const needsScreen = runtime.kind === 'electron' && !hasDisplay()
install([...(needsBrowser ? ['chromium'] : []), ...tools, ...(needsScreen && !has('xvfb-run') ? ['xvfb', 'xauth'] : [])])

const browser = await findBrowser()
if (runtime.kind === 'stand-in' && !browser) stop(NO_BROWSER)
if (!has('pdftotext') || !has('qpdf')) stop('The specs read the printed papers with pdftotext and qpdf: install poppler (poppler-utils) and qpdf.')
if (needsScreen && !has('xvfb-run')) stop('Electron needs a display: install xvfb (it brings xvfb-run).')
if (!buildIfStale(PROJECT)) process.exit(1)

console.log(`Runtime: ${runtime.name}${runtime.kind === 'stand-in' ? `, drawn by ${browser} (Electron’s own program is not on this machine)` : ''}`)
const playwright = [process.execPath, join(PROJECT, 'node_modules/@playwright/test/cli.js'), 'test', ...process.argv.slice(2)]
const [command = '', ...args] = needsScreen ? ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24', ...playwright] : playwright
const env = { ...process.env, ...(browser && { MYODESK_BROWSER: browser }) }
process.exit(spawnSync(command, args, { cwd: PROJECT, stdio: 'inherit', env }).status ?? 1)
