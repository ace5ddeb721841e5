import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../shared/ipc/contract.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import { readRecoveryKey } from '../access/recovery-key.ts'
import { openDatabase } from '../db/open.ts'
import { anEpisode, aPatient, aPrescription } from '../testing/records.ts'
import { A_PNG, aJpeg, aPdf } from '../testing/scans.ts'
import { TEST_PASSWORD } from '../testing/set-up.ts'
import { signedInApp, testApp } from '../testing/test-app.ts'

let test: Awaited<ReturnType<typeof signedInApp>>
let folder: string
let patientId: PatientId
let episodeId: EpisodeId
beforeEach(async () => {
  test = await signedInApp()
  folder = mkdtempSync(join(tmpdir(), 'myodesk-scans-'))
  patientId = await aPatient(test)
  episodeId = await anEpisode(test, patientId)
})
afterEach(async () => {
  await test.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** A file with this content; the path to it. */
function fileOf(name: string, content: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

type Asked = Partial<Input<'attachments.attach'>>
const attach = (path: string, asked: Asked = {}) => {
  test.desktop.chosenFiles.push(path)
  return test.request('attachments.attach', { patientId, kind: 'other', refId: null, ...asked })
}
const refusal = (path: string, asked: Asked = {}) => {
  test.desktop.chosenFiles.push(path)
  return test.refuse('attachments.attach', { patientId, kind: 'other', refId: null, ...asked })
}
const list = () => test.request('attachments.list', { patientId })

describe('a scan', () => {
  it.each([
    ['rx.pdf', aPdf(), 'application/pdf', 'rx.pdf'],
    ['photo.JPEG', aJpeg(), 'image/jpeg', 'photo.jpg'],
    ['chart.png', A_PNG, 'image/png', 'chart.png'],
    ['named wrongly.pdf', A_PNG, 'image/png', 'named wrongly.png'],
    ['no ending', aPdf(), 'application/pdf', 'no ending.pdf'],
  ])('%s is kept whole, known by its content, and shown from the clinic’s file', async (file, content, mediaType, name) => {
    const scan = await attach(fileOf(file, content))
    expect(scan).toMatchObject({ name, mediaType, bytes: content.length, addedOn: '2026-11-19', addedBy: 'Rosa Delgado' })
    expect(await list()).toEqual([scan])
    expect(scan && Buffer.from((await test.app.readPaper(scan.path)) ?? [])).toEqual(Buffer.from(content))
  })

  it('belongs to a prescription of the same patient', async () => {
    await aPrescription(test, episodeId)
    const [order] = (await test.request('episodes.get', { episodeId })).prescriptions
    if (!order) throw new Error('the episode has no prescription')
    expect(await attach(fileOf('rx.pdf', aPdf()), { kind: 'prescription', refId: order.id })).toMatchObject({ kind: 'prescription', refId: order.id })
    const other = await aPatient(test, { firstName: 'Ana', lastName: 'Ortiz' })
    for (const asked of [{ patientId: other }, { kind: 'clearance' as const }, { refId: episodeId }])
      expect((await refusal('', { kind: 'prescription', refId: order.id, ...asked })).code).toBe('not_found')
    await test.request('episodes.removePrescription', { episodeId, prescriptionId: order.id })
    expect(await list()).toMatchObject([{ name: 'rx.pdf', kind: 'other', refId: episodeId }])
  })

  it('is not kept when the person cancels, and once only', async () => {
    expect(await test.request('attachments.attach', { patientId, kind: 'other', refId: null })).toBeNull()
    await attach(fileOf('rx.pdf', aPdf()))
    const again = await refusal(fileOf('copy.pdf', aPdf()))
    expect([again.code, again.message]).toEqual(['conflict', 'This file is attached already, as “rx.pdf”.'])
    expect(await list()).toHaveLength(1)
  })

  it('is taken off the chart, and put back as it was', async () => {
    const scan = await attach(fileOf('rx.pdf', aPdf()))
    if (!scan) throw new Error('nothing was attached')
    await test.request('attachments.remove', { attachmentId: scan.id })
    expect(await list()).toEqual([])
    expect(await test.app.readPaper(scan.path)).toBeUndefined()
    expect((await test.refuse('attachments.open', { attachmentId: scan.id })).message).toBe('That scan is no longer on the chart.')
    expect(await test.request('attachments.putBack', { attachmentId: scan.id })).toEqual(scan)
    expect(await list()).toEqual([scan])
    expect((await test.refuse('attachments.remove', { attachmentId: patientId })).code).toBe('not_found')
  })

  it('is not taken in when the clinic locked itself while the dialog stood open', async () => {
    const path = fileOf('rx.pdf', aPdf())
    const answer: { choose?: (path: string) => void } = {}
    test.desktop.chooseFile = () => new Promise(resolve => (answer.choose = resolve))
    const attaching = test.refuse('attachments.attach', { patientId, kind: 'other', refId: null })
    await test.request('access.lock', { reason: 'idle' })
    answer.choose?.(path)
    expect(await attaching).toMatchObject({ code: 'signed_out', message: 'The clinic was locked meanwhile. Sign in, then choose the file again.' })
    await test.request('access.signIn', { personId: test.ownerId, password: TEST_PASSWORD })
    expect(await list()).toEqual([])
  })

  it('is not put back beside itself when it was attached again meanwhile', async () => {
    const first = await attach(fileOf('rx.pdf', aPdf()))
    await test.request('attachments.remove', { attachmentId: first?.id ?? '' })
    const second = await attach(fileOf('again.pdf', aPdf()))
    const { code, message } = await test.refuse('attachments.putBack', { attachmentId: first?.id })
    expect([code, message]).toEqual(['conflict', 'This file was attached again meanwhile, as “again.pdf”.'])
    expect(await list()).toEqual([second])
  })

  it('opens in the system’s viewer from a folder only its owner reads, which is emptied at the next start', async () => {
    const scan = await attach(fileOf('rx.pdf', aPdf()))
    if (!scan) throw new Error('nothing was attached')
    const { path } = await test.request('attachments.open', { attachmentId: scan.id })
    expect(test.desktop.opened).toEqual([path])
    expect(path.startsWith(join(test.dir, 'papers'))).toBe(true)
    expect(readFileSync(path)).toEqual(Buffer.from(aPdf()))
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
    writeFileSync(path, 'scribbled over in a viewer')
    await test.request('attachments.open', { attachmentId: scan.id })
    expect(readFileSync(path)).toEqual(Buffer.from(aPdf()))
    await test.app.close()
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined()
  })

  it('answers only to its own address', async () => {
    const scan = await attach(fileOf('rx.pdf', aPdf()))
    if (!scan) throw new Error('nothing was attached')
    for (const path of [scan.path.replace('.pdf', '.png'), `papers/attachment/${patientId}.pdf`, 'papers/attachment/../myodesk.db'])
      expect(await test.app.readPaper(path)).toBeUndefined()
    await test.request('access.lock', { reason: 'asked' })
    expect(await test.app.readPaper(scan.path)).toBeUndefined()
  })

  it('lies encrypted in the clinic’s file, and comes back with a backup', async () => {
    const scan = await attach(fileOf('rx.pdf', aPdf('Trapezius, six visits')))
    if (!scan) throw new Error('nothing was attached')
    const backup = await test.request('data.backUp', {})
    for (const file of [backup.path, join(test.dir, 'myodesk.db'), join(test.dir, 'myodesk.db-wal')])
      expect(readFileSync(file).toString('latin1')).not.toContain('Trapezius, six visits')
    await test.request('attachments.remove', { attachmentId: scan.id })
    await test.request('data.restore', { path: backup.path, password: TEST_PASSWORD })
    const { people } = await test.request('access.status', {})
    const [owner] = people
    if (!owner) throw new Error('nobody is in the restored clinic')
    await test.request('access.signIn', { personId: owner.id, password: TEST_PASSWORD })
    expect(await list()).toEqual([scan])
    expect(Buffer.from((await test.app.readPaper(scan.path)) ?? [])).toEqual(Buffer.from(aPdf('Trapezius, six visits')))
  })
})

describe('a file that cannot be kept is refused in words', () => {
  const cut = aPdf().subarray(0, 40)
  it.each([
    ['nothing in it', 'rx.pdf', '', '“rx.pdf” is empty. Scan or save it again. Nothing was attached.'],
    [
      'an Office document',
      'rx.pdf',
      'PK\x03\x04 and so on',
      '“rx.pdf” is a ZIP archive or an Office document inside. Save it as PDF first. Nothing was attached.',
    ],
    ['a program', 'rx.pdf', 'MZ\x90\0', '“rx.pdf” is a program inside, not a scan. Do not open it. Nothing was attached.'],
    [
      'a PNG whose signature was mangled',
      'rx.png',
      A_PNG.toString('latin1').replace('\r\n', '\n'),
      '“rx.png” begins like a PNG but is none. Save the picture again. Nothing was attached.',
    ],
    ['a PNG cut short', 'rx.png', A_PNG.subarray(0, 50), '“rx.png” is a PNG picture that breaks off. Scan or save it again. Nothing was attached.'],
    ['the first bytes of a PNG', 'rx.png', A_PNG.subarray(0, 16), '“rx.png” begins like a PNG but is none. Save the picture again. Nothing was attached.'],
    [
      'a JPEG without a picture',
      'rx.jpg',
      aJpeg().subarray(0, 4),
      '“rx.jpg” begins like a JPEG but holds no picture. Take or save the photo again. Nothing was attached.',
    ],
    ['a PDF cut short', 'rx.pdf', cut, '“rx.pdf” is a PDF that breaks off. Scan or save it again. Nothing was attached.'],
    [
      'a text that mentions %PDF-1.7',
      'rx.pdf',
      'See %PDF-1.7 and %%EOF',
      '“rx.pdf” is no PDF, JPEG or PNG inside, whatever its name says. Scan it again, or save it as one of these. Nothing was attached.',
    ],
    ['an iPhone photo', 'rx.jpg', '\0\0\0\x18ftypheic', '“rx.jpg” is an iPhone photo (HEIC) inside. Save it as JPEG first. Nothing was attached.'],
    ['a web page', 'rx.pdf', '<!DOCTYPE html><p>Sign in', '“rx.pdf” is a web page or another text inside. Print it to PDF first. Nothing was attached.'],
  ])('%s', async (_, name, content, sentence) => {
    const { code, message } = await refusal(fileOf(name, typeof content === 'string' ? Buffer.from(content, 'latin1') : content))
    expect([code, message]).toEqual(['invalid_input', sentence])
    expect(await list()).toEqual([])
  })

  it('2 GB, by its size alone; 20 MB and no byte more', async () => {
    const path = join(folder, 'huge.pdf')
    const file = openSync(path, 'w')
    ftruncateSync(file, 2 * 1024 ** 3)
    const before = process.memoryUsage().rss
    expect((await refusal(path)).message).toBe(
      '“huge.pdf” has 2.0 GB; a scan may have up to 20 MB. Scan it in black and white or at 300 dpi. Nothing was attached.',
    )
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 ** 2)
    ftruncateSync(file, 20 * 1024 ** 2 + 1)
    closeSync(file)
    expect((await refusal(path)).message).toMatch(/has more than 20 MB;/)
    const most = Buffer.concat([aPdf(), Buffer.alloc(20 * 1024 ** 2 - aPdf().length)])
    const scan = await attach(fileOf('most.pdf', most))
    expect(scan?.bytes).toBe(20 * 1024 ** 2)
    expect(scan && (await test.app.readPaper(scan.path))?.length).toBe(20 * 1024 ** 2)
  })

  it('a folder, a file that is gone, one that leads nowhere, a device', async () => {
    mkdirSync(join(folder, 'scans.pdf'))
    symlinkSync('loop.pdf', join(folder, 'loop.pdf'))
    expect((await refusal(join(folder, 'scans.pdf'))).message).toBe('“scans.pdf” is a folder. Choose the file in it. Nothing was attached.')
    for (const name of ['gone.pdf', 'loop.pdf']) {
      const { code, message } = await refusal(join(folder, name))
      expect([code, message]).toEqual([
        'storage',
        `“${name}” cannot be read. Check that the file is still there and may be opened, then try again. Nothing was attached.`,
      ])
    }
    if (process.platform !== 'win32') expect((await refusal('/dev/zero')).message).toBe('“zero” is not a file that can be kept. Nothing was attached.')
    expect(await list()).toEqual([])
  })
})

it.skipIf(process.platform === 'win32').each([
  ['letters that turn direction', 'bill\u202Efdp.exe', 'bill fdp.exe.pdf'],
  ['a way out of the folder', '..\\..\\etc\\rx.pdf', 'rx.pdf'],
  ['control characters', 'a\tb\u0007c.pdf', 'a b c.pdf'],
  ['nothing but dots', '....pdf', 'Scan.pdf'],
  ['a device of Windows', 'CON.pdf', 'Scan CON.pdf'],
  ['signs that Windows refuses', 'rx: "final?" <2>.pdf', 'rx final 2.pdf'],
  ['an accent in two pieces', 'Re\u0301mi.pdf', 'R\u00E9mi.pdf'],
])('a name with %s is made safe', async (_, name, kept) => {
  const scan = await attach(fileOf(name, aPdf()))
  expect(scan?.name).toBe(kept)
  const { path } = await test.request('attachments.open', { attachmentId: scan?.id ?? '' })
  expect(basename(path)).toBe(kept)
})

it('a check of the clinic tells of a scan that has lost its content', async () => {
  await attach(fileOf('rx.pdf', aPdf()))
  expect(await test.request('data.check', {})).toMatchObject({ isSound: true, damage: [] })
  await test.app.close()
  const db = openDatabase(join(test.dir, 'myodesk.db'), readRecoveryKey(test.recoveryKey), { mustExist: true })
  db.exec('UPDATE attachment_files SET content = substr(content, 1, 20)')
  db.close()
  const again = testApp({ dir: test.dir })
  await again.request('access.signIn', { personId: test.ownerId, password: TEST_PASSWORD })
  expect((await again.request('data.check', {})).damage).toEqual(['1 attached scan has lost its content.'])
  await again.app.close()
})
