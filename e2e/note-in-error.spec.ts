import { anEpisode, aPatient, aPrescription, aVisit, noteContent } from '../electron/testing/records.ts'
import { TEST_PASSWORD } from '../electron/testing/set-up.ts'
import { signedInApp } from '../electron/testing/test-app.ts'
import { expect, test } from './fixtures.ts'
import { signIn } from './pages/access.ts'
import { openChart, openEpisodeOf } from './pages/care.ts'
import { expectWords, paperOpened } from './pages/papers.ts'
import { openScreen } from './pages/requests.ts'

const PAINS = [
  ['2026-11-05', 7],
  ['2026-11-10', 5],
  ['2026-11-17', 10],
] as const

/** Three signed visits; the pain of the last was typed wrong. Returns that note and visit. */
async function clinicWithAWrongNote(dir: string) {
  const made = await signedInApp({ dir })
  const patientId = await aPatient(made)
  const episodeId = await anEpisode(made, patientId)
  await aPrescription(made, episodeId)
  const notes = []
  for (const [day, now] of PAINS) {
    const { id: appointmentId } = await aVisit(made, { patientId, episodeId, startsAt: `${day}T10:00` })
    const { id: noteId, revision } = await made.request('notes.begin', { appointmentId })
    const content = await noteContent(made, { 97140: 38 }, { painBefore: { now, best: null, worst: null } })
    const saved = await made.request('notes.saveDraft', { noteId, revision, content })
    await made.request('notes.sign', { noteId, revision: saved.revision, drawn: '' })
    notes.push({ noteId, appointmentId })
  }
  await made.app.close()
  return notes.at(-1)
}

test('a note entered in error is kept struck through, and gone from trend and letter', async ({ clinic }) => {
  const wrong = await clinicWithAWrongNote(clinic.dir)
  const opened = await clinic.launch()
  const { page } = opened
  await signIn(page, TEST_PASSWORD)
  await openEpisodeOf(page, 'Marisol Reyes', 'Neck pain')
  await expect(page.getByText(/^Pain got worse by 3 points since Nov 5/).first()).toBeVisible()

  await openScreen(page, `/notes/${wrong?.noteId}`)
  await page.getByRole('button', { name: 'Entered in error…' }).click()
  await page.getByRole('textbox', { name: 'What is wrong with this note?' }).fill('Pain was 1, not 10')
  await page.getByRole('button', { name: 'Mark as entered in error' }).click()
  await expect(page.getByText('Entered in error: Pain was 1, not 10')).toBeVisible()
  await expect(page.getByText('Stiff on waking.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Write the visit’s note' })).toBeVisible()

  await openEpisodeOf(page, 'Marisol Reyes', 'Neck pain')
  await expect(page.getByText(/^Pain improved by 2 points since Nov 5/).first()).toBeVisible()
  await openChart(page, 'Marisol Reyes')
  await page.getByRole('button', { name: 'Progress letter' }).click()
  await page.getByRole('button', { name: 'Sign letter' }).click()
  await page.getByRole('button', { name: /^Print/ }).click()
  const letter = await paperOpened(opened, 1)
  expectWords(letter, ['NOV 5 NOV 10', 'Pain now, 0 to 10 7 5 −2 Yes, 2 or more'])
  expect(letter.words).not.toContain('NOV 17')
})
