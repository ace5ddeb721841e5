import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { aPatient } from '../electron/testing/patients.ts'
import { expect, test } from './fixtures.ts'
import { lookAtDemo, NOON, patientId, visitOf } from './pages/demo-looks.ts'
import { field } from './pages/fields.ts'
import { panel } from './pages/patients.ts'
import { openScreen, request } from './pages/requests.ts'
import { answerScreening, takeFromList } from './pages/session.ts'

// The clinical half, looked at as looks.spec.ts does: session and chart, health, episode, letters, notes on paper, wording.

test('the session: chart, comparison, screening, gate, questionnaires, signature', async ({ clinic }) => {
  test.setTimeout(180_000)
  const { page, visit, look, complaints } = await lookAtDemo(await clinic.launch({ now: NOON }))
  const { visits } = await request(page, 'reports.today', {})
  await visit(['session-chart-large', `/session/${visitOf(visits, 'Reyes')}`, 'Marisol A. Reyes', { dark: true, small: true }], () =>
    page.getByRole('button', { name: 'Enlarge' }).click(),
  )
  await page.getByRole('button', { name: 'Back to the note' }).click()
  await page.getByRole('button', { name: /^Compare with/ }).click()
  await look('session-compare', { dark: true })
  await page.getByText('Side by side').click()
  await look('session-compare-beside')
  await page.getByRole('button', { name: 'Back to the chart' }).click()
  await page.getByRole('combobox', { name: 'Use a template' }).click()
  await look('session-templates')
  await page.keyboard.press('Escape')
  await takeFromList(page, 'Add a questionnaire', 'Roland-Morris')
  await page.getByRole('button', { name: 'Tick the sentences' }).click()
  await look('session-roland-morris')
  await page.getByRole('button', { name: 'Close the sentences' }).click()
  await page.getByRole('button', { name: /^Add reason/ }).click()
  await page.getByRole('button', { name: 'Physician asked' }).click()
  await page.getByRole('button', { name: 'Sign note' }).click()
  await expect(page.getByRole('region', { name: 'Signature' })).toBeVisible()
  await look('session-signature', { small: true })
  await page.getByRole('button', { name: 'Not yet' }).click()
  await page.getByRole('button', { name: 'Review' }).click()
  await look('session-screening', { dark: true, small: true })
  await answerScreening(page, 'Blood clot', 'Yes')
  await look('session-locked', { dark: true, small: true })
  expect(complaints).toEqual([])
})

test('signed notes: in full, as paper, all of a course, and one entered in error', async ({ clinic }) => {
  test.setTimeout(120_000)
  const { page, visit, look, complaints } = await lookAtDemo(await clinic.launch({ now: NOON }))
  const [signed] = (await request(page, 'notes.listOfPatient', { patientId: await patientId(page, 'reyes marisol') })).filter(({ state }) => state === 'signed')
  await visit(['note-signed', `/notes/${signed?.id}`, /^Note of/, { dark: true, small: true }])
  await page.getByRole('button', { name: 'Print note' }).click()
  await expect(page.getByRole('heading', { name: /^Visit note/ })).toBeVisible()
  await look('document-visit-note')
  const [episode] = await request(page, 'episodes.list', { patientId: await patientId(page, 'reyes marisol') })
  const packet = await request(page, 'documents.issueNotePacket', { episodeId: episode?.id ?? ('' as never) })
  await visit(['document-note-packet', `/documents/${packet.id}`, 'About this paper'])
  await openScreen(page, `/notes/${signed?.id}`)
  await page.getByRole('button', { name: 'Entered in error…' }).click()
  await look('note-marking-in-error')
  await page.getByRole('textbox', { name: 'What is wrong with this note?' }).fill('Written about the wrong visit')
  await page.getByRole('button', { name: 'Mark as entered in error' }).click()
  await expect(page.getByText('Entered in error: Written about the wrong visit')).toBeVisible()
  await look('note-in-error')
  expect(complaints).toEqual([])
})

test('health and the episode: history, clearances, discharge, questionnaires, scans', async ({ clinic }) => {
  test.setTimeout(120_000)
  const opened = await clinic.launch({ now: NOON })
  const { page, visit, look, complaints } = await lookAtDemo(opened)
  const marisol = await patientId(page, 'reyes marisol')
  await visit(['health', `/patients/${marisol}/health`, 'Told and confirmed', { dark: true, small: true }])
  await page.getByRole('button', { name: 'View' }).last().click()
  await look('health-old-version')
  await visit(['health-editing', `/patients/${marisol}/health?edit=true`, 'Medications', { small: true }])
  await openScreen(page, `/patients/${marisol}/health`)
  await page.getByRole('button', { name: 'Add clearance' }).click()
  await field(panel(page, 'Add clearance'), 'Given by').focus()
  await look('health-clearance')
  await page.keyboard.press('Escape')
  const { id: newcomer } = await request(page, 'patients.register', { fields: aPatient({ firstName: 'Nell', lastName: 'Newcomer' }), policy: null })
  await visit(['health-empty', `/patients/${newcomer}/health`, 'No health history yet.'])

  const [episode] = await request(page, 'episodes.list', { patientId: marisol })
  await openScreen(page, `/episodes/${episode?.id}`)
  await page.getByRole('button', { name: 'Discharge', exact: true }).click()
  await look('episode-discharge', { small: true })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^(Plan|Change) questionnaires$/ }).click()
  await look('episode-questionnaires')
  await page.keyboard.press('Escape')
  const scan = join(dirname(opened.savedDir), 'prescription.png')
  writeFileSync(scan, await page.screenshot())
  await opened.chooseFile(scan)
  await page.getByRole('button', { name: /^Attach another scan/ }).click()
  await page.getByRole('button', { name: /^prescription\.png/ }).click()
  await expect(panel(page, 'prescription.png').getByRole('img')).toBeVisible()
  await look('episode-scan')
  expect(complaints).toEqual([])
})

test('letters sent and answered, and the clinic’s own wording', async ({ clinic }) => {
  test.setTimeout(120_000)
  const { page, visit, look, complaints } = await lookAtDemo(await clinic.launch({ now: NOON }))
  const letter = (await request(page, 'documents.list', { patientId: null })).find(one => one.kind === 'progress-letter')
  await visit(['letter-sending', `/documents/${letter?.id}`, 'Sent'], () => page.getByRole('button', { name: 'Record sending' }).click())
  await page.getByRole('button', { name: 'Cancel' }).click()
  for (const [section, address] of [
    ['Letter wording', 'letters'],
    ['Note templates', 'templates'],
    ['Snippets', 'snippets'],
    ['Techniques', 'techniques'],
    ['Clinical rules', 'rules'],
  ] as const) {
    const heading = page.getByRole('region', { name: section, exact: true })
    await visit([`settings-${address}`, `/settings/${address}`, 'Settings', address === 'letters' ? { dark: true, small: true } : {}], () =>
      expect(heading).toBeVisible(),
    )
  }
  await openScreen(page, '/settings/templates')
  await page.getByRole('row', { name: /Neck pain/ }).click()
  await look('settings-template')
  await page.keyboard.press('Escape')
  await openScreen(page, '/settings/snippets')
  await page.getByRole('row', { name: /\.mfr/ }).click()
  await look('settings-snippet')
  expect(complaints).toEqual([])
})
