import { truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { aNote, anEpisode, aPatient, aPrescription, aVisit } from '../electron/testing/records.ts'
import { TEST_PASSWORD } from '../electron/testing/set-up.ts'
import { signedInApp } from '../electron/testing/test-app.ts'
import { type ClinicFixture, expect, type Opened, test } from './fixtures.ts'
import { signIn } from './pages/access.ts'
import { markByList, marks } from './pages/body-chart.ts'
import { field, fillIn } from './pages/fields.ts'
import { signByMouse } from './pages/note.ts'
import { expectWords, paperOpened } from './pages/papers.ts'
import { openScreen, request } from './pages/requests.ts'
import { noteText } from './pages/session.ts'

// Bad input to notes, letters and scans: refused in words or kept as it is, nothing lost.

/** A clinic with one patient and a draft of today’s note, ready to sign, opened on it. */
async function openDraft(clinic: ClinicFixture) {
  const made = await signedInApp({ dir: clinic.dir })
  const patientId = await aPatient(made)
  const episodeId = await anEpisode(made, patientId)
  await aPrescription(made, episodeId)
  const { id: appointmentId } = await aVisit(made, { patientId, episodeId, startsAt: '2026-11-19T09:00' })
  await made.request('appointments.setStatus', { appointmentId, status: 'arrived', reason: '' })
  const { id: noteId } = await aNote(made, appointmentId, { minutes: { 97140: 30 } })
  await made.app.close()
  const opened = await clinic.launch()
  await signIn(opened.page, TEST_PASSWORD)
  await openScreen(opened.page, `/session/${appointmentId}`)
  await expect(noteText(opened.page, 'Plan')).toHaveValue('Once a week.')
  return { ...opened, patientId, episodeId, appointmentId, noteId }
}

const savedNote = (page: Page, noteId: Awaited<ReturnType<typeof openDraft>>['noteId']) => request(page, 'notes.get', { noteId })

/** Offers a file to the prescription’s scans and returns what is said. */
async function offer({ page, chooseFile }: Opened, path: string) {
  await chooseFile(path)
  await page.getByRole('button', { name: /^Attach scan: Scans of prescription/ }).click()
  return page.getByRole('article', { name: /^Prescription/ }).getByRole('alert')
}

test('a scan that lies about its type, is empty, or is 2 GB is refused in words, and nothing is attached', async ({ clinic }) => {
  const opened = await openDraft(clinic)
  const { page, savedDir, patientId, episodeId } = opened
  await openScreen(page, `/episodes/${episodeId}`)
  const file = (name: string, content: string | Buffer) => {
    const path = join(dirname(savedDir), name)
    writeFileSync(path, content)
    return path
  }
  await expect(await offer(opened, file('order.pdf', 'MZ\x90\x00 a program'))).toContainText('“order.pdf” is a program inside, not a scan.')
  await expect(await offer(opened, file('empty.pdf', ''))).toContainText('“empty.pdf” is empty.')
  const huge = file('huge.pdf', '%PDF-1.4\n')
  truncateSync(huge, 2 * 1024 ** 3)
  await expect(await offer(opened, huge)).toContainText('“huge.pdf” has 2.0 GB; a scan may have up to 20 MB.')
  expect(await request(page, 'attachments.list', { patientId })).toEqual([])
})

test('a text of 100,000 characters is not taken in, and what stood there stays', async ({ clinic }) => {
  const { page, noteId } = await openDraft(clinic)
  await noteText(page, 'Plan').fill('a '.repeat(50_000))
  await expect(page.getByText('That would be 100,000 characters; 8,000 fit here. Nothing was added.')).toBeVisible()
  await expect(noteText(page, 'Plan')).toHaveValue('Once a week.')
  await noteText(page, 'Plan').fill('Twice a week.')
  await expect.poll(async () => (await savedNote(page, noteId)).content.plan).toBe('Twice a week.')
})

const MANY_SCRIPTS = 'Says “שלום, כואב בצוואר” 😀 ألم في الرقبة, žluťoučký'

test('right-to-left words and emoji are kept in note, body chart, letter and on paper', async ({ clinic }) => {
  const opened = await openDraft(clinic)
  const { page, noteId } = opened
  await noteText(page, 'What the patient reports').fill(MANY_SCRIPTS)
  await markByList(page, 'tp lev l 3')
  await page.getByRole('textbox', { name: 'Remark on the left levator scapulae' }).fill('כואב 😀')
  await page.getByRole('textbox', { name: 'Remark on the left levator scapulae' }).press('Enter')
  await signByMouse(page)
  const { content } = await savedNote(page, noteId)
  expect([content.subjective, content.marks[0]?.remark]).toEqual([MANY_SCRIPTS, 'כואב 😀'])
  await openScreen(page, `/notes/${noteId}`)
  await expect(page.getByText(MANY_SCRIPTS)).toBeVisible()
  await expect(marks(page)).toContainText('כואב 😀')
  await page.getByRole('button', { name: 'Print note' }).click()
  await page.getByRole('button', { name: 'Print', exact: true }).click()
  expectWords(await paperOpened(opened, 1), ['Visit note', 'žluťoučký', 'כואב'])

  await openScreen(page, '/letters')
  const letter = await request(page, 'documents.beginLetter', { episodeId: opened.episodeId, kind: 'initial' })
  await openScreen(page, `/letters/${letter.id}`)
  await fillIn(page, { Answer: MANY_SCRIPTS })
  await page.getByRole('button', { name: 'Sign letter' }).click()
  await page.getByRole('button', { name: /^Print/ }).click()
  expectWords(await paperOpened(opened, 2), ['Initial letter', 'žluťoučký'])
})

test('a score off its scale stays as typed with a sentence, and is not kept', async ({ clinic }) => {
  const { page, noteId } = await openDraft(clinic)
  const driving = field(page, 'Turn the head while driving, 0 to 10')
  await driving.fill('11')
  await driving.blur()
  await expect(driving).toHaveAttribute('aria-invalid', 'true')
  await expect(driving).toHaveValue('11')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('0 to 10', { exact: true }).first()).toBeVisible()
  const { content, signature } = await savedNote(page, noteId)
  expect([content.activities[0]?.score, signature]).toEqual([4, null])
})

test('signing twice signs once; what is signed does not change', async ({ clinic }) => {
  const { page, noteId } = await openDraft(clinic)
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: /^Take \$/ })).toBeVisible()
  const { revision, signature } = await savedNote(page, noteId)
  await expect(request(page, 'notes.sign', { noteId, revision, drawn: '' })).rejects.toThrow(/signed/)
  expect((await savedNote(page, noteId)).signature).toEqual(signature)
})

test('a note that was signed elsewhere takes no more words, and says who signed it', async ({ clinic }) => {
  const { page, noteId } = await openDraft(clinic)
  const { revision } = await savedNote(page, noteId)
  await request(page, 'notes.sign', { noteId, revision, drawn: '' })
  await expect(page.getByText('A signed note does not change; what is missing is added below it.')).toBeVisible()
  const late = request(page, 'notes.saveDraft', { noteId, revision, content: { ...(await savedNote(page, noteId)).content, plan: 'Twice a week.' } })
  await expect(late).rejects.toThrow('This note is signed and does not change. Add an addendum instead.')
  expect((await savedNote(page, noteId)).content.plan).toBe('Once a week.')
})

test('words typed while the note was signed are not lost: they become an addendum', async ({ clinic }) => {
  const { page, noteId } = await openDraft(clinic)
  const { revision } = await savedNote(page, noteId)
  await noteText(page, 'Plan').fill('Twice a week from now on.')
  await request(page, 'notes.sign', { noteId, revision, drawn: '' })
  await expect(page.getByText('This note was signed while you were writing.')).toBeVisible()
  await page.getByRole('button', { name: 'Add them as an addendum' }).click()
  await expect(field(page, 'Addendum')).toHaveValue('Plan: Twice a week from now on.')
  await page.getByRole('button', { name: /^Add to the note/ }).click()
  await expect.poll(async () => (await savedNote(page, noteId)).addenda.map(({ text }) => text)).toEqual(['Plan: Twice a week from now on.'])
  await expect(page.getByText('This note was signed while you were writing.')).toHaveCount(0)
})
