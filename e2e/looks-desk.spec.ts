import { aPatient } from '../electron/testing/patients.ts'
import { LocalDateTime, localDate } from '../shared/lib/dates.ts'
import { expect, type Opened, resize, takeScreenshot, test } from './fixtures.ts'
import { lookAtDemo, NOON, patientId, visitOf } from './pages/demo-looks.ts'
import { findAndChoose } from './pages/fields.ts'
import { panel } from './pages/patients.ts'
import { openScreen, request } from './pages/requests.ts'

// The calendar and the front desk are looked at in light and in the dark; one clinic serves several looks.

const TUESDAY = '2026-11-24'

test('the calendar: day, week, month, agenda, and what opens beside them', async ({ clinic }) => {
  test.setTimeout(240_000)
  const { page, visit, look, complaints } = await lookAtDemo(await clinic.launch({ now: NOON }))
  const both = { dark: true, small: true }
  await visit(['desk-day', '/calendar?view=day', /Lindqvist/, both])
  await visit(['desk-week', '/calendar?view=week', /Lindqvist/, both])
  await visit(['desk-month', '/calendar?view=month', 'Thanksgiving', both])
  await visit(['desk-agenda', '/calendar?view=agenda', /Lindqvist/, both])
  const { visits } = await request(page, 'reports.today', {})
  const lindqvist = visitOf(visits, 'Lindqvist')
  const beside = async (name: string, address: string, title: string | RegExp, then: () => Promise<unknown> = async () => undefined) =>
    visit([name, address, title, both], async () => {
      await expect(panel(page, title)).toBeVisible()
      await then()
    })
  await beside('desk-booking', `/calendar?view=day&day=${TUESDAY}&new=true`, 'New visit', async () => {
    await findAndChoose(page, 'Patient', { typed: 'lindqvist', answer: /^Lindqvist/ })
    await expect(panel(page, 'New visit').getByRole('group', { name: 'Next free' }).getByRole('radio').first()).toBeVisible()
  })
  await page.keyboard.press('Escape')
  await beside('desk-visit', `/calendar?view=day&visit=${lindqvist}`, /Lindqvist/)
  await page.keyboard.press('Alt+m')
  await expect(panel(page, 'Move visit').getByRole('radio').first()).toBeVisible()
  await look('desk-move', both)
  await page.keyboard.press('Escape')
  await panel(page, /Lindqvist/)
    .getByRole('button', { name: 'Cancel visit…' })
    .click()
  await expect(panel(page, 'Cancel visit')).toBeVisible()
  await look('desk-missed', both)
  const owen = await patientId(page, 'castellano')
  await beside('desk-series-preview', `/calendar?series=${owen}`, 'Plan a series', () =>
    expect(page.getByRole('region', { name: 'The visits of this series' })).toBeVisible(),
  )
  await openScreen(page, '/calendar?view=week')
  await page.getByRole('button', { name: 'Block time' }).click()
  await expect(panel(page, /time/i)).toBeVisible()
  await look('desk-block', both)
  await page.keyboard.press('Escape')
  const planned = (await request(page, 'appointments.list', { from: localDate('2026-11-19'), to: localDate('2026-12-20'), practitionerId: null })).find(
    one => one.seriesId,
  )
  await openScreen(page, `/calendar?view=week&visit=${planned?.id}`)
  await panel(page, planned?.patientName ?? 'nobody')
    .getByRole('button', { name: 'Series' })
    .click()
  await expect(page.getByRole('region', { name: `Series of ${planned?.patientName}` })).toBeVisible()
  await look('desk-series', both)
  await page.getByRole('button', { name: 'Move series' }).click()
  await expect(panel(page, 'Move series')).toBeVisible()
  await look('desk-series-move')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add to the waitlist' }).click()
  await expect(panel(page, 'Add to the waitlist')).toBeVisible()
  await look('desk-waitlist-add', both)
  expect(complaints).toEqual([])
})

test('the front desk: check-in, calls, registration, consents, merge, and the desk’s settings', async ({ clinic }) => {
  test.setTimeout(240_000)
  const opened = await clinic.launch({ now: NOON })
  const { page, visit, look, complaints } = await lookAtDemo(opened)
  const both = { dark: true, small: true }
  await page
    .getByRole('button', { name: /^Mark arrived: / })
    .first()
    .click()
  await look('desk-check-in', both)
  await visit(['desk-calls', '/calls?day=2026-11-23', 'Morning', both])
  await visit(['desk-registration', '/patients/new?name=Marisol%20Reyes', 'First name', both])
  const marisol = await patientId(page, 'reyes marisol')
  await visit(['desk-consents', `/patients/${marisol}?tab=details`, 'Consents', both], () =>
    page.getByText('Consents', { exact: true }).first().scrollIntoViewIfNeeded(),
  )
  const twin = await request(page, 'patients.register', { fields: aPatient({ firstName: 'Owen', lastName: 'Castelano' }), policy: null })
  await visit(['desk-merge', `/patients/merge?keep=${await patientId(page, 'castellano')}&other=${twin.id}`, /Castelano/, both])
  for (const [section, heading] of [
    ['hours', 'Opening hours'],
    ['rooms', 'Rooms'],
    ['visit-types', 'Visit types'],
    ['desk', 'Front desk rules'],
  ] as const) {
    await visit([`desk-settings-${section}`, `/settings/${section}`, heading, both], () =>
      expect(page.getByRole('region', { name: heading, exact: true })).toBeVisible(),
    )
  }
  expect(complaints).toEqual([])
})

test('sixty visits a day: the day, the week, and both at 200 %', async ({ clinic }) => {
  test.setTimeout(240_000)
  const opened = await clinic.launch({ now: NOON })
  const { page, visit, complaints } = await lookAtDemo(opened)
  await fillWeek(page)
  await visit(['desk-full-day', `/calendar?view=day&day=${TUESDAY}`, 'Tue', { wide: true, dark: true, small: true }])
  await visit(['desk-full-week', `/calendar?view=week&day=${TUESDAY}`, 'Tue', { wide: true, dark: true, small: true }])
  await visit(['desk-full-agenda', `/calendar?view=agenda&day=${TUESDAY}`, 'Tue'])
  await atTwiceTheSize(opened)
  expect(complaints).toEqual([])
})

const HUES = ['teal', 'moss', 'ochre', 'clay', 'rose', 'plum', 'indigo', 'slate'] as const
const HOURS = ['08:00', '09:00', '10:00', '11:00', '13:30', '14:30', '15:30', '16:30']

/** Eight more practitioners with a full day each, from Monday the 23rd to Friday; closed on Thanksgiving. */
async function fillWeek(page: Opened['page']) {
  const [first] = await request(page, 'practice.listPractitioners', {})
  if (!first) throw new Error('The demo clinic has nobody who works.')
  const { id: _id, isActive: _isActive, leftOn: _leftOn, ...known } = first
  const { rows } = await request(page, 'patients.search', { text: '', scope: 'active', limit: 100 })
  const days = ['2026-11-23', TUESDAY, '2026-11-25', '2026-11-27']
  for (const [index, colour] of HUES.entries()) {
    const fields = { ...known, legalName: `Robin Sample ${index + 1}`, npi: '', colour, hours: null, visitTypeIds: [] }
    const { id: practitionerId } = await request(page, 'practice.savePractitioner', { id: null, isActive: true, leftOn: null, fields })
    for (const day of days) {
      for (const [place, hour] of HOURS.entries()) {
        const patientId = rows[(index * HOURS.length + place) % rows.length]?.id
        if (!patientId) continue
        const visit = { patientId, episodeId: null, practitionerId, startsAt: LocalDateTime.parse(`${day}T${hour}`), minutes: 60, remark: '' }
        await request(page, 'appointments.book', { fields: visit, overruleReason: 'A full day.' }).catch(() => undefined)
      }
    }
  }
  const booked = await request(page, 'appointments.list', { from: localDate(TUESDAY), to: localDate(TUESDAY), practitionerId: null })
  expect(booked.length).toBeGreaterThanOrEqual(60)
}

/** At 200 % a window of 1280 by 720 has room for 640 by 360: the page itself never scrolls sideways. */
async function atTwiceTheSize({ app, page }: Opened) {
  await resize(app, page, { width: 640, height: 360 })
  for (const address of ['/calendar?view=day', '/calendar?view=week', '/calendar?view=week&new=true', '/calls', '/today', '/patients/new']) {
    await openScreen(page, address)
    await page.waitForTimeout(300)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect.soft(over, `${address} at 200 %`).toBeLessThanOrEqual(1)
    await takeScreenshot(page, `desk-200${address.replaceAll(/\W+/g, '-')}`)
  }
}
