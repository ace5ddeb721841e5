import { expect, type Opened, test } from './fixtures.ts'
import { AMARI, LARKSPUR, MARISOL, SUPERBILL_OF_NOV_19 } from './larkspur.ts'
import { goTo, readRecoveryKey, setUpClinic, signIn } from './pages/access.ts'
import { fillIn, findAndChoose } from './pages/fields.ts'
import { keyboardOf, signByMouse, writeByKeyboard, writeByMouse } from './pages/note.ts'
import { expectWords, paperOpened } from './pages/papers.ts'
import { addDiagnosis, addGoal, addPrescriber, addPrescription, book, openEpisode, register } from './pages/patients.ts'

const NEXT_TUESDAY = '2026-11-24T17:10:00.000Z'

test('a new clinic’s first patient: from set-up to the printed superbill and the signed letter', async ({ clinic }) => {
  test.setTimeout(180_000)
  const thursday = await clinic.launch()
  await test.step('Rosa sets up her clinic in four steps and prints the recovery kit', () => setUp(thursday))
  await test.step('the desk adds Dr. Amari and registers Marisol, insured through her husband', () => registerMarisol(thursday))
  await test.step('her episode: diagnosis, prescription with the physician’s requests, goals', () => describeEpisode(thursday))
  await test.step('two visits are booked; she arrives', () => bookTwice(thursday))
  await test.step('Rosa writes the note by keyboard and signs it', () => treat(thursday))
  const first = await test.step('Marisol pays and takes her superbill along', () => checkOut(thursday))
  await thursday.app.close()

  const tuesday = await clinic.launch({ now: NEXT_TUESDAY })
  await test.step('on Tuesday she is better', () => treatAgain(tuesday))
  await test.step('the progress letter to Dr. Amari is worded, signed and printed', () => writeLetter(tuesday))
  await test.step('the group number the insurer missed is added: version 2 says so, version 1 prints as before', () => correct(tuesday, first))
})

async function setUp(opened: Opened) {
  const { page } = opened
  await setUpClinic(page, LARKSPUR, async step => {
    if (step === 'clinic') await findAndChoose(page, 'Time zone', { typed: 'Denver', answer: 'Mountain (Denver)' })
  })
  const key = await readRecoveryKey(page)
  expect(key).toMatch(/^[0-9A-Z]+(-[0-9A-Z]+)+$/)
  await page.getByRole('button', { name: 'Print the kit' }).click()
  expectWords(await paperOpened(opened, 1), ['Larkspur Medical Massage', ...key.split('-')])
  await page.getByLabel('I have printed it or written it down').check()
  await page.getByRole('button', { name: 'Open Myodesk' }).click()
  await expect(page.getByText('No visits today.')).toBeVisible()
}

async function registerMarisol({ page }: Opened) {
  await goTo(page, 'Settings')
  await addPrescriber(page, AMARI)
  await expect(page.getByRole('row', { name: /Samir Amari, MD/ })).toContainText('1993999998')
  await goTo(page, 'Patients')
  await expect(page.getByText('No patients yet')).toBeVisible()
  await register(page, MARISOL)
  await expect(page.getByRole('heading', { name: 'Marisol A. Reyes' })).toBeVisible()
  await expect(page.getByText('42, female · born Mar 14, 1984')).toBeVisible()
}

async function describeEpisode({ page }: Opened) {
  await openEpisode(page, { condition: 'Neck pain', kind: 'Illness', since: 'Sep 1, 2026', regions: ['Neck', 'Upper back'] })
  await expect(page.getByText(/^No diagnosis on file\./)).toBeVisible()
  await addDiagnosis(page, { search: 'neck pain', code: 'M54.2', by: 'Samir Amari', on: 'Nov 10, 2026' })
  await addDiagnosis(page, { search: 'M62.838', code: 'M62.838', by: 'Samir Amari', on: 'Nov 10, 2026' })
  await addPrescription(page, 'Samir Amari', {
    'Written on': 'Nov 10, 2026',
    'Expires on': 'Jan 10, 2027',
    Visits: '6',
    'How often': 'once a week',
    'Codes it allows': '97124, 97140',
    'What the physician asks, word for word': 'No end-range rotation. Report after visit 2, please.',
  })
  await addGoal(page, 'Pain now at 2 or less', { Start: '6' })
  await addGoal(page, 'Turn the head left to 70°', { Start: '48' })
  await expect(page.getByText('No end-range rotation. Report after visit 2, please.')).toBeVisible()
  await expect(page.getByText(/^0 of 6 visits/).first()).toBeVisible()
}

async function bookTwice({ page }: Opened) {
  await page.getByRole('button', { name: 'Book a visit' }).click()
  await book(page, { day: 'Nov 19, 2026', time: '10:15 am' })
  await expect(page.getByRole('button', { name: /^Marisol Reyes .*1 of 6 Thu, Nov 19, 10:15 am, booked/ })).toBeVisible()
  await page.getByRole('button', { name: /^New visit/ }).click()
  await findAndChoose(page, 'Patient', { typed: 'reyes', answer: /^Reyes, Marisol/ })
  await book(page, { day: '11/24/2026', time: '1015' })
  await expect(page.getByRole('button', { name: /^Marisol Reyes .*2 of 6 Tue, Nov 24, 10:15 am, booked/ })).toBeVisible()
  await goTo(page, 'Today')
  await page.getByRole('button', { name: 'Mark arrived: Marisol Reyes' }).click()
  await expect(page.getByText(/^Arrived 9:5\d am$/)).toBeVisible()
  await page.getByRole('button', { name: 'Start session: Marisol Reyes' }).click()
}

const UNITS_PROVED =
  '52 hands-on minutes = 3 units under the 8-minute rule; 1 more minute makes 4. Manual therapy, 15 min gets two for its full 30 minutes and massage, 15 min one for its full 15; 7 minutes left over are too few for another.'

async function treat({ page }: Opened) {
  await expect(page.getByRole('region', { name: 'Plan', exact: true })).toBeVisible()
  await writeByKeyboard(page, keyboardOf(page), {
    painBefore: ['6', '4', '8'],
    reports: 'Stiff neck on waking for eleven weeks, worst turning left.',
    activity: ['Check the blind spot when driving', '3'],
    motion: ['Neck rotation', '48', '55'],
    found: 'Upper trapezius taut on both sides, left more than right.',
    services: [
      { code: '97140', minutes: '37', region: 'neck', technique: 'myo' },
      { code: '97124', minutes: '15', region: 'upper back', technique: 'swe' },
    ],
    assessment: 'Baseline taken; findings are consistent with muscle guarding.',
    plan: 'Once a week for six weeks.',
    painAfter: '4',
  })
  await expect(page.getByText(UNITS_PROVED)).toBeVisible()
  await expect(page.getByText('Ready to sign')).toBeVisible()
  await signByMouse(page)
}

async function checkOut(opened: Opened) {
  const { page } = opened
  const charges = page.getByRole('table', { name: 'Charges' })
  await expect(charges.getByRole('row', { name: /97140/ })).toContainText('96.00')
  await expect(charges.getByRole('row', { name: /97124/ })).toContainText('45.00')
  await fillIn(page, { Reference: 'Visa 4417' })
  await page.getByRole('button', { name: 'Take $141.00, print superbill' }).click()
  await expect(page.getByText('$141.00 paid in full')).toBeVisible()
  const superbill = await paperOpened(opened, 2)
  expectWords(superbill, SUPERBILL_OF_NOV_19)
  expectWords(superbill, ['VERSION 1', 'GROUP None', 'Superbill SB-2026-0001, version 1'])
  await expect(page.getByText('Next visit Tue, Nov 24, 10:15 am is booked.')).toBeVisible()
  return superbill
}

async function treatAgain(opened: Opened) {
  const { page } = opened
  await signIn(page, LARKSPUR.password)
  await page.getByRole('button', { name: 'Mark arrived: Marisol Reyes' }).click()
  await page.getByRole('button', { name: 'Start session: Marisol Reyes' }).click()
  await writeByMouse(page, {
    painBefore: ['3', '1', '5'],
    reports: 'Slept through twice. Turning left is easier.',
    numbers: {
      'Check the blind spot when driving, 0 to 10': '7',
      'Neck rotation, left, degrees': '66',
      'Neck rotation, right, degrees': '70',
      'Minutes of Manual therapy, 15 min': '40',
      'Minutes of Massage, 15 min': '15',
    },
    found: 'Less guarding; the levator is still tender on the left.',
    assessment: 'Pain halved, rotation left up by 18 degrees.',
    plan: 'Go on once a week; letter to Dr. Amari.',
    painAfter: '2',
  })
  await expect(page.getByText('55 hands-on minutes = 4 units', { exact: true })).toBeVisible()
  await signByMouse(page)
  await page.getByRole('button', { name: /^Take \$.+, print superbill/ }).click()
  await expect(page.getByText(/ paid in full$/)).toBeVisible()
  await paperOpened(opened, 1)
}

async function writeLetter(opened: Opened) {
  const { page } = opened
  await page
    .getByRole('main')
    .getByRole('link', { name: /Marisol/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Progress letter' }).click()
  await fillIn(page, { 'Request in words': 'I will report after visit 4, or refer back sooner if progress stops.' })
  await expect(page.getByText(/^Draft saved/)).toBeVisible()
  await page.getByRole('button', { name: 'Sign letter' }).click()
  await page.getByRole('button', { name: /^Print/ }).click()
  expectWords(await paperOpened(opened, 2), [
    'Progress letter',
    'DATE Nov 24, 2026',
    'VISITS 2 of 6 attended',
    'FAX TO (303) 555-0161',
    'Re Marisol A. Reyes',
    'Dear Dr. Amari,',
    'NOV 19 NOV 24',
    'Pain now, 0 to 10 6 3 −3 Yes, 2 or more',
    'Neck rotation, L / R 48° / 55° 66° / 70° +18° / +15°',
    'I will report after visit 4, or refer back sooner if progress stops.',
    'Signed electronically on Nov 24, 2026.',
    'Physician’s reply',
    'Rosa Delgado, LMT',
  ])
}

async function correct(opened: Opened, first: { readonly digest: string }) {
  const { page } = opened
  await page
    .getByRole('main')
    .getByRole('link', { name: /Marisol/ })
    .first()
    .click()
  await page.getByRole('tab', { name: 'Details' }).click()
  await fillIn(page, { 'Group number': '70214' })
  await page.getByRole('button', { name: 'Save details' }).click()
  await expect(page.getByRole('button', { name: 'Save details' })).toHaveCount(0)
  await page.getByRole('tab', { name: 'Documents' }).click()
  await page.getByRole('row', { name: /SB-2026-0001/ }).click()
  await fillIn(page, { Reason: 'Group number was missing' })
  await page.getByRole('button', { name: 'Issue version 2' }).click()
  await expect(page.getByText('2, replaces version 1')).toBeVisible()
  await page.getByRole('button', { name: /^Print/ }).click()
  const second = await paperOpened(opened, 3)
  expectWords(second, SUPERBILL_OF_NOV_19)
  expectWords(second, ['VERSION 2, replaces version 1', 'GROUP 70214'])

  await page.getByRole('link', { name: 'Superbill SB-2026-0001', exact: true }).click()
  await expect(page.getByText('replaced by a newer version')).toBeVisible()
  await page.getByRole('button', { name: /^Print/ }).click()
  expect((await paperOpened(opened, 4)).digest, 'version 1 printed again').toBe(first.digest)
}
