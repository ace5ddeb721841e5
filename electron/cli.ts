import module from 'node:module'
import { argv, exit, stderr, version } from 'node:process'

/** The first Node whose database driver and type stripping this program can rely on. */
const OLDEST_NODE = [22, 15] as const

const [major = 0, minor = 0] = version.slice(1).split('.').map(Number)
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  stderr.write(
    `The headless clinic needs Node ${OLDEST_NODE.join('.')} or newer; this is ${version}. In the project folder, run it as: npm run -s clinic -- …\n`,
  )
  exit(1)
}

// Halves the start of every later run.
module.enableCompileCache()

// Loaded only now: the database driver ends an older Node without a word.
const { runCli } = await import('./cli/run-cli.ts')
exit(await runCli(argv.slice(2)))
