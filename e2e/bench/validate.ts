import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawOne } from '../../electron/documents/drawing.ts'
import { PROJECT } from '../runtime.ts'
import { letter, superbill } from './bench-papers.ts'

const JARS = '/usr/share/java'
const NEEDED = ['preflight', 'pdfbox', 'fontbox', 'xmpbox', 'commons-logging', 'commons-io', 'javax.activation', 'jaxb-api']
const CHECKER = 'org.apache.pdfbox.preflight.Validator_A1b'

/** Lets the archive checker of PDFBox look at papers, where it is installed, and prints what it says: an extra pair of eyes, more than we promise. */
export async function validate(): Promise<void> {
  const path = classPath()
  if (path === undefined) {
    console.log('Not checked: install Java and, on Debian, libpdfbox2-java libactivation-java libjaxb-api-java.')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'papers-'))
  try {
    for (const [name, paper] of [['superbill', superbill(0)] as const, ['letter', letter()] as const]) {
      const file = join(folder, `${name}.pdf`)
      writeFileSync(file, await drawOne(join(PROJECT, 'resources'), paper))
      const { stdout, stderr } = spawnSync('java', ['-cp', path, CHECKER, file], { encoding: 'utf8' })
      console.log(`${name}:\n${counted((stdout || stderr).trim())}`)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Each finding once, with how often it was made. */
function counted(findings: string): string {
  const times = new Map<string, number>()
  for (const finding of findings.split('\n')) times.set(finding, (times.get(finding) ?? 0) + 1)
  return [...times].map(([finding, count]) => (count === 1 ? finding : `${finding} (${count} times)`)).join('\n')
}

function classPath(): string | undefined {
  if (spawnSync('java', ['-version']).error || !existsSync(JARS)) return undefined
  const jars = readdirSync(JARS).filter(name => name.endsWith('.jar'))
  const found = NEEDED.map(part => jars.find(name => name === `${part}2.jar` || name === `${part}.jar` || name.startsWith(`${part}-2`)))
  return found[0] && found[1] ? found.flatMap(name => (name ? [join(JARS, name)] : [])).join(':') : undefined
}
