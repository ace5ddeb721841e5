import { anEpisode, aPatient, aPrescription, aVisit, noteContent } from '../electron/testing/records.ts'
import { TEST_PASSWORD } from '../electron/testing/set-up.ts'
import { signedInApp } from '../electron/testing/test-app.ts'
import { expect, test } from './fixtures.ts'
import { signIn } from './pages/access.ts'
import { rowOf } from './pages/desk.ts'
import { keyboardOf } from './pages/note.ts'
import { expectWords, paperOpened } from './pages/papers.ts'
import { noteText } from './pages/session.ts'

/** Marisol was treated a week ago under a prescription; today she is marked as arrived. */
async function clinicWithAnArrivedPatient(dir: string): Promise<void> {
  const made = await signedInApp({ dir })
  const patientId = await aPatient(made, { address: { street: '9 Quarry Lane', street2: '', city: 'Denver', state: 'CO', zip: '80202' } })
  const episodeId = await anEpisode(made, patientId)
  await aPrescription(made, episodeId)
  const before = await aVisit(made, { patientId, episodeId, startsAt: '2026-11-12T10:00' })
  const { id, revision } = await made.request('notes.begin', { appointmentId: before.id })
  const saved = await made.request('notes.saveDraft', { noteId: id, revision, content: await noteContent(made, { 97140: 38 }, { activities: [], rom: [] }) })
  await made.request('notes.sign', { noteId: id, revision: saved.revision, drawn: '' })
  await made.request('billing.checkOut', { appointmentId: before.id, payment: { amount: 13_500, method: 'card', reference: '' } })
  const today = await aVisit(made, { patientId, episodeId, startsAt: '2026-11-19T10:00' })
  await made.request('appointments.setStatus', { appointmentId: today.id, status: 'arrived', reason: '' })
  await made.app.close()
}

test('by keyboard alone: from arrived on Today to the printed superbill and the next booking, in at most 12 presses', async ({ clinic }) => {
  await clinicWithAnArrivedPatient(clinic.dir)
  const opened = await clinic.launch()
  const { page } = opened
  await signIn(page, TEST_PASSWORD)
  await expect(page.getByRole('button', { name: 'Start session: Marisol Reyes' })).toBeVisible()
  const { press, write, counts } = keyboardOf(page)

  await test.step('her session begins; nothing changed in her health', async () => {
    await press('Control+Enter')
    await expect(page.getByRole('button', { name: 'Sign note' })).toBeVisible()
    await press('Alt+n')
    await expect(page.getByText('No change since Nov 12.')).toBeVisible()
    await expect(page.getByRole('radio', { name: 'Now 0', exact: true })).toBeFocused()
  })
  await test.step('one key leads from each field to the next one needed', async () => {
    await write('3')
    await press('Alt+g')
    await expect(noteText(page, 'What the patient reports')).toBeFocused()
    await write('Slept through three nights.')
    await press('Alt+g')
    await expect(noteText(page, 'What you found')).toBeFocused()
    await write('Upper trapezius softer on the left.')
    await press('Alt+g')
    await expect(page.getByRole('textbox', { name: 'Minutes of Manual therapy' })).toBeFocused()
    await write('38')
    await press('Alt+g')
    await expect(noteText(page, 'Assessment')).toBeFocused()
    await write('Improving as planned.')
    await press('Alt+g')
    await expect(noteText(page, 'Plan')).toBeFocused()
    await write('Once a week, four more visits.')
    await press('Alt+g')
    await expect(page.getByRole('radio', { name: 'After 0', exact: true })).toBeFocused()
    await write('1')
  })
  await test.step('signed, charged, paid and printed; the next visit booked on the same screen', async () => {
    await press('Control+Enter')
    await expect(page.getByRole('button', { name: /^Take \$/ })).toBeVisible()
    await press('Control+Enter')
    await expect(page.getByText(/ paid in full$/)).toBeVisible()
    const superbill = await paperOpened(opened, 1)
    expectWords(superbill, ['Marisol Reyes', 'balance $0.00'])
    await press('Alt+b')
    await expect(page.getByRole('status').filter({ hasText: 'Next visit' })).toContainText(/Next visit .* is booked/)
  })
  console.log(`      ${counts.presses} key presses from arrived to superbill and next booking, besides the ${counts.letters} of the note’s own text`)
  expect(counts.presses).toBeLessThanOrEqual(12)
})

test('what is said about a later visit may be taken over from the last one, except what the patient says and what is judged', async ({ clinic }) => {
  await clinicWithAnArrivedPatient(clinic.dir)
  const { page } = await clinic.launch()
  await signIn(page, TEST_PASSWORD)
  await expect(page.getByRole('button', { name: 'Start session: Marisol Reyes' })).toBeVisible()
  const { press } = keyboardOf(page)
  await press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Sign note' })).toBeVisible()
  await press('Alt+n', 'Alt+l')
  await expect(page.getByRole('radio', { name: 'Now 0', exact: true })).toBeFocused()
  await expect(noteText(page, 'Plan')).toHaveValue('Once a week.')
  for (const part of ['What the patient reports', 'What you found', 'Assessment'] as const) await expect(noteText(page, part)).toHaveValue('')
})

test('letters typed at once after Ctrl K are looked for, and Escape gives the caret back', async ({ clinic }) => {
  await clinicWithAnArrivedPatient(clinic.dir)
  const { page } = await clinic.launch()
  await signIn(page, TEST_PASSWORD)
  await expect(rowOf(page, 'Marisol Reyes')).toBeVisible()
  const { press, enter } = keyboardOf(page)
  await press('v')
  await expect(rowOf(page, 'Marisol Reyes')).toBeFocused()
  const find = page.getByRole('textbox', { name: 'Find' })
  for (let times = 0; times < 10; times += 1) {
    await press('Control+k')
    await enter('calls')
    await expect(find).toHaveValue('calls')
    await press('Escape')
    await expect(find).toHaveCount(0)
    await expect(rowOf(page, 'Marisol Reyes')).toBeFocused()
  }
  await press('?')
  await expect(page.getByRole('dialog', { name: 'Shortcuts on this screen' })).toBeVisible()
  await press('Escape')
  await expect(rowOf(page, 'Marisol Reyes')).toBeFocused()
})
