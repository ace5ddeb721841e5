import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataDirFrom, refuseSharedFolder, resourcesDirFrom } from './paths.ts'

const linux = { platform: 'linux', env: {}, home: '/home/rosa' } as const

describe('the clinic’s folder', () => {
  it('is local application data, never roaming', () => {
    expect(dataDirFrom(linux)).toBe('/home/rosa/.local/share/myodesk')
    expect(dataDirFrom({ ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/myodesk')
    expect(dataDirFrom({ ...linux, platform: 'darwin' })).toBe('/home/rosa/Library/Application Support/Myodesk')
    expect(
      dataDirFrom({ platform: 'win32', env: { LOCALAPPDATA: 'C:/Users/Rosa/AppData/Local', APPDATA: 'C:/Users/Rosa/AppData/Roaming' }, home: 'C:/Users/Rosa' }),
    ).toMatch(/AppData\/Local\/Myodesk$/)
    expect(dataDirFrom({ ...linux, env: { MYODESK_DATA_DIR: '/srv/clinic' } })).toBe('/srv/clinic')
  })

  it('is refused where a sync program or another computer writes too, with the reason', () => {
    const refused = {
      'C:\\Users\\Rosa\\OneDrive\\Clinic': /OneDrive/,
      'C:\\Users\\Rosa\\OneDrive - Larkspur LLC\\Clinic': /OneDrive/,
      '/Users/rosa/Library/CloudStorage/OneDrive-Personal/Clinic': /OneDrive/,
      '/home/rosa/Dropbox/clinic': /Dropbox/,
      '/home/rosa/Dropbox (Personal)/clinic': /Dropbox/,
      '/Users/rosa/Library/Mobile Documents/com~apple~CloudDocs/Clinic': /iCloud Drive/,
      '/Users/rosa/Library/CloudStorage/GoogleDrive-rosa@larkspur.example/My Drive': /Google Drive/,
      '\\\\server\\share\\clinic': /another computer/,
      '//server/share/clinic': /another computer/,
    }
    for (const [dir, reason] of Object.entries(refused)) expect(() => refuseSharedFolder(dir, linux)).toThrow(reason)
    expect(() => refuseSharedFolder('D:\\Clinic\\data', { ...linux, env: { OneDriveCommercial: 'D:\\Clinic' } })).toThrow(/OneDrive/)
    for (const dir of ['/home/rosa/clinic', 'C:\\Myodesk', '/home/dropbox-user/clinic', '\\\\?\\C:\\Myodesk', '/home/rosa/OneDriveway'])
      refuseSharedFolder(dir, linux)
  })

  it('is refused where a link leads into a synced folder', () => {
    const home = mkdtempSync(join(tmpdir(), 'myodesk-paths-'))
    mkdirSync(join(home, 'Dropbox'))
    symlinkSync(join(home, 'Dropbox'), join(home, 'clinic'))
    expect(() => refuseSharedFolder(join(home, 'clinic', 'new'), linux)).toThrow(/Dropbox/)
    rmSync(home, { recursive: true })
  })

  it('finds the product’s own files from its place', () => {
    expect(existsSync(join(resourcesDirFrom(undefined), 'fonts')) || existsSync(join(resourcesDirFrom(undefined), 'codes'))).toBe(true)
    expect(resourcesDirFrom('/opt/myodesk/resources')).toBe('/opt/myodesk/resources/resources')
  })
})
