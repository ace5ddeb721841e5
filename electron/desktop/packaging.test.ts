import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const config = readFileSync(resolve(import.meta.dirname, '../../electron-builder.yml'), 'utf8')
const section = (name: string) => config.match(new RegExp(`^${name}:\\n((?: {2}.*\\n)+)`, 'm'))?.[1] ?? ''

describe('what is packaged', () => {
  it.each([
    ['runAsNode', false],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['grantFileProtocolExtraPrivileges', false],
    ['enableCookieEncryption', true],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
  ])('has the fuse %s set to %s', (fuse, value) => {
    expect(section('electronFuses')).toContain(`  ${fuse}: ${value}\n`)
  })

  it('is the built app and its package.json, in one archive, native files beside it', () => {
    const included = section('files')
      .split('\n')
      .filter(line => line && !line.includes('!'))
      .map(line => line.replace('  - ', ''))
    expect(included).toEqual(['out/**', 'package.json', `node_modules/better-sqlite3/prebuilds/$\{platform}-$\{arch}.node`])
    expect(config).toMatch(/^asar: true$/m)
    expect(section('asarUnpack')).toMatch(/^ {2}- .\*\*\/\*\.node.\n$/)
    expect(section('extraResources')).toContain('from: resources')
  })

  it('leaves the records of the clinic alone when the program is removed, and publishes nothing', () => {
    expect(section('nsis')).toContain('deleteAppDataOnUninstall: false')
    expect(config).toMatch(/^publish: null$/m)
    expect(config).toMatch(/^npmRebuild: false$/m)
    expect(config).toMatch(/^appId: org\.myodesk\.app$/m)
  })
})
