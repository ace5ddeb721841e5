import { expect, test } from './fixtures.ts'
import { openDemo } from './pages/access.ts'
import { keyboardOf, writeLaterByKeyboard } from './pages/note.ts'
import { expectWords, paperOpened } from './pages/papers.ts'

/** Noon in the demo clinic: Ted Lindqvist waits. */
const NOON = '2026-11-19T18:52:00.000Z'

test('by keyboard alone: from the waiting patient to the printed superbill', async ({ clinic }) => {
  const opened = await clinic.launch({ now: NOON })
  const { page } = opened
  await openDemo(page)
  const keyboard = keyboardOf(page)
  const { press, enter, counts } = keyboard
  await press('Control+k')
  await expect(page.getByPlaceholder('Find a patient, screen or action')).toBeFocused()
  await enter('lind')
  await expect(page.getByRole('dialog').getByText('Lindqvist, Ted')).toBeVisible()
  await press('Enter')
  await expect(page.getByRole('link', { name: 'Open today’s note' })).toBeVisible()
  await press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Start session' })).toBeVisible()
  await press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Sign note' })).toBeVisible()
  await writeLaterByKeyboard(page, keyboard, {
    painNow: '2',
    reports: 'Lifted boxes on Sunday without a flare.',
    score: '8',
    degrees: '48',
    found: 'Lumbar tone near normal.',
    minutes: '28',
    assessment: 'Close to his goals.',
    plan: 'Discharge after the next visit if this holds.',
    painAfter: '1',
  })
  await press('Control+Enter')
  await expect(page.getByRole('button', { name: /^Take \$/ })).toBeVisible()
  await press('Control+Enter')
  await expect(page.getByText(/ paid in full$/)).toBeVisible()
  const superbill = await paperOpened(opened, 1)
  expectWords(superbill, ['Patient Ted Lindqvist', '1 date of service', 'balance $0.00'])
  console.log(`      ${counts.presses} key presses besides the ${counts.letters} letters of the note’s text`)
  expect(counts.presses).toBeLessThan(90)
})
