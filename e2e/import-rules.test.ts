import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const PROJECT = resolve(import.meta.dirname, '..')

/** The house rule the linter quotes for one import in one file, in a copy of the house with that file alone; empty when it lets the import pass. */
function ruleAgainst(file: string, from: string): string {
  const house = mkdtempSync(join(tmpdir(), 'myodesk-walls-'))
  try {
    cpSync(join(PROJECT, 'biome.json'), join(house, 'biome.json'))
    mkdirSync(join(house, dirname(file)), { recursive: true })
    writeFileSync(join(house, file), `import * as other from '${from}'\n\nexport const kept = other\n`)
    const biome = join(PROJECT, 'node_modules/@biomejs/biome/bin/biome')
    const linted = spawnSync(process.execPath, [biome, 'lint', '--vcs-enabled=false', file], { cwd: house, encoding: 'utf8' })
    const words = `${linted.stdout}${linted.stderr}`
    return words.includes('noRestrictedImports') ? words : ''
  } finally {
    rmSync(house, { recursive: true, force: true })
  }
}

const forbidden: readonly (readonly [file: string, from: string, rule: string])[] = [
  ['shared/billing/units.ts', 'node:fs', 'shared/ is pure'],
  ['shared/billing/units.ts', 'react', 'shared/ is pure'],
  ['shared/billing/units.ts', 'pdfkit', 'shared/ is pure'],
  ['shared/billing/units.ts', '../../electron/billing/check-out.ts', 'out of its room'],
  ['electron/billing/check-out.ts', 'electron', 'know Electron'],
  ['electron/billing/check-out.ts', 'pdfkit', 'draws PDFs'],
  ['electron/billing/check-out.ts', 'better-sqlite3', 'opens databases'],
  ['electron/billing/check-out.ts', 'react', 'does not know the screens'],
  ['electron/billing/check-out.ts', '../notes/sign-note.ts', 'through its repository'],
  ['electron/documents/issue-superbill.ts', 'electron', 'know Electron'],
  ['electron/documents/issue-superbill.ts', '../billing/check-out.ts', 'through its repository'],
  ['electron/app/create-app.ts', 'electron', 'know Electron'],
  ['renderer/today/today-screen.tsx', 'node:fs', 'has no Node'],
  ['renderer/today/today-screen.tsx', 'better-sqlite3', 'has no Node'],
  ['renderer/today/today-screen.tsx', '../../electron/reports/today.ts', 'by their contract'],
  ['renderer/today/today-screen.tsx', '../patients/patients-screen.tsx', 'reached by their route'],
]

const allowed: readonly (readonly [file: string, from: string])[] = [
  ['shared/billing/units.ts', 'zod'],
  ['shared/billing/units.ts', '../notes/schema.ts'],
  ['electron/billing/check-out.ts', '../notes/repository.ts'],
  ['electron/billing/check-out.ts', '../../shared/billing/units.ts'],
  ['electron/documents/page.ts', 'pdfkit'],
  ['electron/db/open.ts', 'better-sqlite3'],
  ['electron/desktop/window.ts', 'electron'],
  ['renderer/today/today-screen.tsx', '../ui/button.tsx'],
  ['renderer/today/today-screen.tsx', '../../shared/reports/schema.ts'],
]

describe('the walls of the house', () => {
  it.each(forbidden)('%s may not import %s', (file, from, rule) => {
    expect(ruleAgainst(file, from)).toContain(rule)
  })

  it.each(allowed)('%s may import %s', (file, from) => {
    expect(ruleAgainst(file, from)).toBe('')
  })
})
