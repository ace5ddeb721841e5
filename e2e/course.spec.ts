import type { Page } from '@playwright/test'
import { TEST_PASSWORD } from '../electron/testing/set-up.ts'
import { type ClinicFixture, expect, type Opened, test } from './fixtures.ts'
import { clinicBeforeTheCourse, DAYS, FIFTH, FIRST, FOURTH, SECOND, SIXTH, THIRD } from './neck-course.ts'
import { goTo, signIn } from './pages/access.ts'
import { bodyChart, grade, markByClick, markByList, marks } from './pages/body-chart.ts'
import { attachScan, dischargeFrom, openEpisodeOf, planMeasure, typeHistory } from './pages/care.ts'
import { fillIn } from './pages/fields.ts'
import { signByMouse } from './pages/note.ts'
import { expectWords, paperOpened } from './pages/papers.ts'
import { panel } from './pages/patients.ts'
import { addService, answerScreening, askedAll, beginVisit, carryForward, choose, noteText, takeFromList, typeAlong, writeDay } from './pages/session.ts'

const MARISOL = 'Marisol Reyes'

test('a six-visit neck-pain course from prescription to discharge letter, with a contraindication found at visit 4', async ({ clinic }) => {
  test.setTimeout(300_000)
  await clinicBeforeTheCourse(clinic.dir)
  await day(clinic, DAYS.first, async opened => {
    await test.step('before the first visit: the scan, the health history, the plan of questionnaires', () => prepare(opened))
    await test.step('visit 1: everything is asked, measured, marked and signed', () => visitOne(opened))
  })
  await day(clinic, DAYS.second, opened => test.step('visit 2: carried forward, a snippet written out', () => visitTwo(opened)))
  await day(clinic, DAYS.third, opened => test.step('visit 3: only the numbers are new', () => visitThree(opened)))
  await day(clinic, DAYS.withheld, opened => test.step('visit 4: a calf newly swollen; no treatment, a letter back to Dr. Amari', () => withhold(opened)))
  await day(clinic, DAYS.fourth, opened =>
    test.step('cleared: treated again; the progress letter is asked for, written and faxed', () => reportProgress(opened)),
  )
  await day(clinic, DAYS.fifth, opened => test.step('his answer becomes the next prescription', () => takeAnswer(opened)))
  await day(clinic, DAYS.sixth, opened =>
    test.step('visit 6: compared with visit 1, discharged, the letter signed, the notes printed', () => endCourse(opened)),
  )
})

/** Opens the app on its day, signed in on Today; closes it at the end of the day. */
async function day(clinic: ClinicFixture, now: string, then: (opened: Opened) => Promise<void>): Promise<void> {
  const opened = await clinic.launch({ now })
  await signIn(opened.page, TEST_PASSWORD)
  await expect(opened.page.getByRole('link', { name: MARISOL }).first()).toBeVisible()
  await then(opened)
  await opened.app.close()
}

async function prepare(opened: Opened) {
  const { page } = opened
  await openEpisodeOf(page, MARISOL, 'Neck pain')
  await attachScan(opened, 'prescription of Oct 1')
  await planMeasure(page, { name: 'Neck disability index', every: '3' })
  await expect(page.getByText('at the start, every 3 visits, and at discharge')).toBeVisible()
  await typeHistory(page, MARISOL, { conditions: ['Migraine'], medications: ['Ibuprofen'], allergies: ['Arnica'] })
  await goTo(page, 'Today')
}

async function visitOne(opened: Opened) {
  const { page } = opened
  await beginVisit(page, MARISOL)
  await askedAll(page, 'nothing new')
  await takeFromList(page, 'Use a template', 'Neck pain')
  await addService(page, { code: '97140', region: 'Neck', techniques: ['Myofascial release', 'Trigger point release'] })
  await writeDay(page, FIRST)
  await expect(page.getByText('46%')).toBeVisible()
  await noteText(page, 'Home care').fill('Gentle neck turns, five times a day.')
  await choose(page, 'Spurling, left', 'negative')
  await choose(page, 'Cervical distraction', 'positive')
  await choose(page, 'Forward head, how much', 'moderate')
  await markByClick(page, 'Trigger', 'left levator scapulae')
  await grade(page, 'Tenderness of the left levator scapulae, 0 to 4', '3')
  await markByList(page, 'pain upper trap l 6 aching')
  await expect(marks(page).filter({ hasText: 'Upper trapezius, left' })).toContainText('6 of 10, aching')
  await signByMouse(page)
  await checkOut(opened)
}

/** Payment in full; the superbill opens by itself. */
async function checkOut(opened: Opened) {
  const { page } = opened
  await page.getByRole('button', { name: /^Take \$.+, print superbill/ }).click()
  await expect(page.getByText(/ paid in full$/)).toBeVisible()
  await paperOpened(opened, 1)
}

async function visitTwo(opened: Opened) {
  const { page } = opened
  await beginVisit(page, MARISOL)
  await askedAll(page, 'no change')
  await carryForward(page, ['Assessment', 'Plan', 'Marks on the body chart', 'Techniques'])
  await expect(noteText(page, 'Plan')).toHaveValue(FIRST.plan ?? '')
  await writeDay(page, SECOND)
  await typeAlong(page, 'Assessment', ' .tol ')
  await expect(noteText(page, 'Assessment')).toHaveValue(/guarding around the neck\. Treatment was tolerated well;/)
  await page.getByRole('button', { name: /Levator scapulae, left/ }).click()
  await grade(page, 'Tenderness of the left levator scapulae, 0 to 4', '2')
  await signByMouse(page)
  await checkOut(opened)
}

async function visitThree(opened: Opened) {
  const { page } = opened
  await beginVisit(page, MARISOL)
  await askedAll(page, 'no change')
  await carryForward(page, ['Assessment', 'Plan', 'Techniques'])
  await writeDay(page, THIRD)
  await signByMouse(page)
  await checkOut(opened)
}

async function withhold(opened: Opened) {
  const { page } = opened
  await beginVisit(page, MARISOL)
  await page.getByRole('button', { name: 'Review' }).click()
  for (const family of ['Fever', 'Contagious disease', 'Pregnancy', 'Kidney or liver condition', 'Cancer', 'Acute inflammation or injury'])
    await answerScreening(page, family, 'No')
  await answerScreening(page, 'Uncontrolled high blood pressure', 'No')
  await answerScreening(page, 'Blood clot', 'Yes')
  await fillIn(page, { 'Details: Blood clot': 'left calf swollen since Tuesday' })
  await expect(page.getByText('The note and the timer open once the screening allows it, or says why treatment goes on.')).toBeVisible()
  await noteText(page, 'What you found').focus()
  await expect(noteText(page, 'What you found'), 'takes no words while the gate is closed').not.toBeFocused()
  await page.getByRole('button', { name: 'Withhold treatment today' }).click()
  await expect(page.getByText(/^No treatment given today: blood clot/)).toBeVisible()
  await noteText(page, 'Plan').fill('To Dr. Amari today; no massage before the calf is cleared.')
  await signByMouse(page)
  await expect(page.getByRole('link', { name: 'Book another visit' })).toBeVisible()

  await goTo(page, 'Today')
  await expect(page.getByText('Treatment withheld Oct 29')).toBeVisible()
  await page.getByRole('button', { name: 'Write letter' }).click()
  await expect(page.getByRole('textbox', { name: 'Screening' })).toHaveValue(/left calf swollen since Tuesday/)
  await page.getByRole('button', { name: 'Sign letter' }).click()
  await page.getByRole('button', { name: /^Print/ }).click()
  expectWords(await paperOpened(opened, 1), [
    'Referral back',
    'Dear Dr. Amari,',
    'VISITS 3 of 6 attended, 0 missed, 1',
    'I found blood clot: left calf swollen since Tuesday at screening on Oct 29, 2026. I gave no massage that day.',
    'OCT 8 OCT 22',
    'Your re-evaluation before any more massage',
  ])
}

async function reportProgress(opened: Opened) {
  const { page } = opened
  await expect(page.getByText('visit 4 of 6')).toBeVisible()
  await beginVisit(page, MARISOL)
  await page.getByRole('button', { name: 'Review' }).click()
  await answerScreening(page, 'Blood clot', 'No')
  await page.getByRole('textbox', { name: 'What the patient said' }).fill('Ultrasound of Nov 2 clear; Dr. Amari says massage may go on.')
  await askedAll(page, 'no change')
  await expect(page.getByText('Neck disability index is due: every 3 visits, last Oct 8.')).toBeVisible()
  await carryForward(page, ['Assessment', 'Plan', 'Techniques'])
  await writeDay(page, FOURTH)
  await markByList(page, 'tp lev l 1')
  await signByMouse(page)
  await checkOut(opened)

  await goTo(page, 'Today')
  await expect(page.getByText('2 visits left')).toBeVisible()
  await page.getByRole('button', { name: 'Ask to renew' }).click()
  await page.getByRole('button', { name: 'Sign letter' }).click()
  await page.getByRole('button', { name: /^Print/ }).click()
  expectWords(await paperOpened(opened, 2), [
    'Progress letter',
    'VISITS 4 of 6 attended, 0 missed, 1',
    'OCT 8 NOV 5',
    'Pain now, 0 to 10 7 4 −3 Yes, 2 or more',
    'Function (PSFS), 0 to 10 3.0 6.0 +3.0 Yes, 2.3 or more',
    '46% 30% −16 Yes, 14 or more',
    'Neck rotation, L / R 48° / 55° 62° / 66° +14° / +11°',
    'blood clot: left calf swollen since Tuesday',
    'BODY CHART 1 finding eased, 1 gone.',
    'Page 1 of 1',
    'Physician’s reply',
  ])
  await page.getByRole('button', { name: 'Record sending' }).click()
  await page.getByRole('form', { name: 'Record sending' }).getByRole('button', { name: 'Record sending' }).click()
  await expect(page.getByRole('list', { name: 'Sent' }).getByRole('listitem')).toContainText('Samir Amari')
}

async function takeAnswer(opened: Opened) {
  const { page } = opened
  await goTo(page, 'Letters')
  await page
    .getByRole('link', { name: `Open letter about ${MARISOL}` })
    .first()
    .click()
  await page.getByRole('button', { name: 'Record answer' }).click()
  const side = panel(page, 'Physician’s answer')
  await fillIn(side, { Visits: '4', 'Signed on': 'Nov 10, 2026', 'What the physician asks, word for word': 'Four more, then report.' })
  await side.getByRole('button', { name: 'Record and add prescription' }).click()
  await page.getByRole('link', { name: 'The next prescription' }).click()
  await expect(page.getByText('Four more, then report.')).toBeVisible()
  await expect(page.getByText(/^4 of 6 visits/).first()).toBeVisible()

  await goTo(page, 'Today')
  await beginVisit(page, MARISOL)
  await askedAll(page, 'no change')
  await carryForward(page, ['Assessment', 'Plan', 'Techniques'])
  await writeDay(page, FIFTH)
  await signByMouse(page)
  await checkOut(opened)
}

async function endCourse(opened: Opened) {
  const { page } = opened
  await beginVisit(page, MARISOL)
  await askedAll(page, 'no change')
  await writeDay(page, SIXTH)
  await markByList(page, 'tension lev l 1')
  await compareWithVisitOne(page)
  await signByMouse(page)
  await checkOut(opened)
  await openEpisodeOf(page, MARISOL, 'Neck pain')
  await dischargeFrom(page, { reason: 'Goals met', words: 'Drives and sleeps as before', still: 'Thu, Nov 26, 10:00 am, 60 min', points: '9' })
  await expect(page.getByText(/^Discharged Nov 19/)).toBeVisible()
  await expect(page.getByText(/Neck disability improved by 28 points since Oct 8, more than the 14 that matters/).first()).toBeVisible()
  await writeDischargeLetter(opened)
  await printNotes(opened)
}

async function compareWithVisitOne(page: Page) {
  await page.getByRole('button', { name: 'Compare with visit 1' }).click()
  const changed = page.getByRole('list', { name: 'What changed' })
  await expect(changed).toContainText('Levator scapulae, leftgone, was 3 of 4')
  await expect(changed).toContainText('Upper trapezius, leftgone, was 6 of 10')
  await expect(changed).toContainText('Levator scapulae, leftnew, 1 of 4')
  await page.getByRole('button', { name: 'Back to the chart' }).click()
  await expect(bodyChart(page)).toBeVisible()
}

async function writeDischargeLetter(opened: Opened) {
  const { page } = opened
  await page
    .getByRole('button', { name: /^Write discharge letter/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Sign letter' }).click()
  await page.getByRole('button', { name: /^Print/ }).click()
  expectWords(await paperOpened(opened, 2), [
    'Discharge letter',
    'VISITS 6 attended, 0 missed',
    'OCT 8 NOV 19',
    'Pain now, 0 to 10 7 2 −5 Yes, 2 or more',
    'Function (PSFS), 0 to 10 3.0 8.7 +5.7 Yes, 2.3 or more',
    '46% 18% −28 Yes, 14 or more',
    'Neck rotation, L / R 48° / 55° 74° / 75° +26° / +20°',
    'BODY CHART',
    '2 findings gone. New: left levator scapulae tension (1 of 4).',
    'Page 1 of 1',
  ])
}

async function printNotes(opened: Opened) {
  const { page } = opened
  await openEpisodeOf(page, MARISOL, 'Neck pain')
  await page.getByRole('button', { name: 'Print all notes' }).click()
  const packet = await paperOpened(opened, 3)
  for (const visit of [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH]) expectWords(packet, [visit.reports, visit.found])
  expectWords(packet, ['left calf swollen since Tuesday', 'Signed electronically', 'Neck disability index'])
}
