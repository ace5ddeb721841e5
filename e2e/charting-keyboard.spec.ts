import { anEpisode, aPatient, aPrescription, aVisit, noteContent } from '../electron/testing/records.ts'
import { TEST_PASSWORD } from '../electron/testing/set-up.ts'
import { signedInApp } from '../electron/testing/test-app.ts'
import { expect, test } from './fixtures.ts'
import { signIn } from './pages/access.ts'
import { marks } from './pages/body-chart.ts'
import { keyboardOf } from './pages/note.ts'
import { openScreen } from './pages/requests.ts'
import { noteText } from './pages/session.ts'

/** Marisol was treated a week ago; today she waits. Returns her visit of today. */
async function clinicWithAReturningPatient(dir: string): Promise<string> {
  const made = await signedInApp({ dir })
  const patientId = await aPatient(made)
  const episodeId = await anEpisode(made, patientId)
  await aPrescription(made, episodeId)
  const before = await aVisit(made, { patientId, episodeId, startsAt: '2026-11-12T10:00' })
  const { id, revision } = await made.request('notes.begin', { appointmentId: before.id })
  const measured = {
    activities: ['Turn the head while driving', 'Sleep through the night', 'Work at the desk'].map(name => ({ name, score: 4 })),
    rom: [{ motion: 'cervical-rotation' as const, left: 50, right: 60, value: null }],
    strength: [{ muscle: 'Deep neck flexors', left: null, right: null, value: '3+' as const }],
  }
  const saved = await made.request('notes.saveDraft', { noteId: id, revision, content: await noteContent(made, { 97140: 38 }, measured) })
  await made.request('notes.sign', { noteId: id, revision: saved.revision, drawn: '' })
  const today = await aVisit(made, { patientId, episodeId, startsAt: '2026-11-19T10:00' })
  await made.request('appointments.setStatus', { appointmentId: today.id, status: 'arrived', reason: '' })
  await made.app.close()
  return today.id
}

test('a returning visit is charted by keyboard alone', async ({ clinic }) => {
  const appointmentId = await clinicWithAReturningPatient(clinic.dir)
  const { page } = await clinic.launch()
  await signIn(page, TEST_PASSWORD)
  await openScreen(page, `/session/${appointmentId}`)
  await expect(page.getByRole('button', { name: 'Start session' })).toBeVisible()
  const { press, enter, write, counts } = keyboardOf(page)

  await test.step('the session begins; nothing changed in her health', async () => {
    await press('Control+Enter')
    await expect(page.getByRole('button', { name: 'Sign note' })).toBeVisible()
    await press('Alt+n')
    await expect(page.getByText('No change since Nov 12.')).toBeVisible()
  })
  await test.step('pain now, best and worst, Enter after each; a snippet says how it went', async () => {
    await press('Alt+s')
    for (const pain of ['4', '2', '6']) {
      await enter(pain)
      await press('Enter')
    }
    await expect(noteText(page, 'What the patient reports')).toBeFocused()
    await enter('.btr ')
    await write('turning left')
    await press('Tab')
    await write('three days')
    await press('End')
    await expect(noteText(page, 'What the patient reports')).toHaveValue('Better than at the last visit: turning left. Relief lasted three days. ')
  })
  await test.step('her activities, rotation and one strength', async () => {
    await press('Tab')
    for (const score of ['6', '5', '7']) {
      await enter(score)
      await press('Enter')
    }
    for (const [index, value] of ['62', '66', '4'].entries()) {
      if (index > 0) await press('Tab')
      await enter(value)
    }
  })
  await test.step('a trigger point by its typed line, the minutes, words carried forward', async () => {
    await press('Alt+b')
    await enter('tp lev l 2')
    await press('Enter')
    await expect(marks(page)).toHaveText([/Levator scapulae, left/])
    await press('Alt+m')
    await enter('38')
    await press('Alt+c', 'Tab', 'Space', 'Tab', 'Space', 'Enter')
    await press('Alt+a', 'Control+End')
    await enter(' .tol ')
    await press('Alt+r')
    await enter('2')
  })
  await expect(noteText(page, 'Assessment')).toHaveValue(/^Improving\. Treatment was tolerated well;/)
  await expect(noteText(page, 'Plan')).toHaveValue('Once a week.')
  await expect(page.getByRole('textbox', { name: /^Neck rotation, left/ })).toHaveValue('62°')
  await expect(page.getByRole('textbox', { name: /^Deep neck flexors/ })).toHaveValue('4')
  await expect(page.getByRole('textbox', { name: 'Work at the desk, 0 to 10' })).toHaveValue('7')
  await press('Control+Enter')
  await expect(page.getByRole('button', { name: /^Take \$/ })).toBeVisible()
  console.log(`      ${counts.presses} key presses besides the note’s own words (${counts.letters} letters)`)
  expect(counts.presses).toBeLessThan(90)
})
