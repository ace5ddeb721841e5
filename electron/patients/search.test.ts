import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPatient } from '../testing/patients.ts'
import { signedInApp, type TestApp } from '../testing/test-app.ts'

let test: TestApp
const people = [
  aPatient(),
  aPatient({ firstName: 'Jürgen', lastName: 'Müller', preferredName: 'Jay', bornOn: '1990-12-03', phone: '+1 (303) 555-0144 x12' }),
  aPatient({ firstName: 'Søren', lastName: 'O’Brien-Łuczak', bornOn: '1962-01-30', phone: '555.0199', otherPhone: '720 555 0160' }),
  aPatient({ firstName: 'May', lastName: 'Ortiz', bornOn: '2001-05-09', phone: '' }),
  aPatient({ firstName: 'שירה', lastName: 'כהן', bornOn: '1985-02-02', phone: '' }),
  aPatient({ firstName: 'Nora 🌻', lastName: 'Quist', bornOn: '1958-11-19', phone: '' }),
]

beforeAll(async () => {
  test = await signedInApp()
  for (const fields of people) await test.request('patients.register', { fields, policy: null })
})
afterAll(() => test.remove())

async function found(text: string, scope: 'active' | 'all' = 'active') {
  const { rows } = await test.request('patients.search', { text, scope, limit: 100 })
  return rows.map(row => row.name)
}

describe('finding a patient', () => {
  it.each([
    ['rey', 'Reyes, Marisol'],
    ['reyes mar', 'Reyes, Marisol'],
    ['Mar REYES', 'Reyes, Marisol'],
    ['Reyes, Marisol', 'Reyes, Marisol'],
    ['muller', 'Müller, Jürgen'],
    ['Müller', 'Müller, Jürgen'],
    ['jay mul', 'Müller, Jürgen'],
    ['soren', 'O’Brien-Łuczak, Søren'],
    ["o'brien", 'O’Brien-Łuczak, Søren'],
    ['luczak', 'O’Brien-Łuczak, Søren'],
    ['כהן', 'כהן, שירה'],
    ['שיר', 'כהן, שירה'],
    ['🌻', 'Quist, Nora 🌻'],
  ])('by name: %s', async (typed, name) => {
    expect(await found(typed)).toEqual([name])
  })

  it.each([
    ['0118', 'Reyes, Marisol'],
    ['5550118', 'Reyes, Marisol'],
    ['503-555-0118', 'Reyes, Marisol'],
    ['(503) 555 0118', 'Reyes, Marisol'],
    ['555 0118', 'Reyes, Marisol'],
    ['+1 503 555 0118', 'Reyes, Marisol'],
    ['303-555-0144', 'Müller, Jürgen'],
    ['9999', undefined],
    ['5550199', 'O’Brien-Łuczak, Søren'],
    ['0160', 'O’Brien-Łuczak, Søren'],
  ])('by phone digits: %s', async (typed, name) => {
    expect(await found(typed)).toEqual(name ? [name] : [])
  })

  it.each([
    '1979-03-14',
    '03/14/1979',
    '3/14/1979',
    '3/14/79',
    '3-14-1979',
    '03.14.1979',
    'Mar 14 1979',
    'March 14, 1979',
    '14 mar 1979',
    '19790314',
    '03141979',
    '3/14/19',
    '1979-03',
  ])('by birth date: %s', async typed => {
    expect(await found(typed)).toEqual(['Reyes, Marisol'])
  })

  it.each(['LM-0001', 'lm0001', 'LM-1', 'lm1', '0001 reyes', 'reyes 1979', 'reyes 0118 3/14/79'])(
    'by chart number, and by several things at once: %s',
    async typed => {
      expect(await found(typed)).toEqual(['Reyes, Marisol'])
    },
  )

  it('takes a month for a name too', async () => {
    expect(await found('may')).toEqual(['Ortiz, May'])
    expect(await found('May 9 2001')).toEqual(['Ortiz, May'])
    expect(await found('may ort')).toEqual(['Ortiz, May'])
  })

  it.each([
    '"',
    "'; DROP TABLE patients; --",
    'reyes OR müller',
    'NOT reyes',
    'names:',
    '{names}: x',
    'NEAR(a b)',
    '^*',
    '((',
    '* AND *',
    'a" OR "b',
    '\\',
    '%',
    '🙈🙈',
    '-',
    '\u0000',
    '"*"',
    ') UNION',
  ])('takes signs and words of a query language as text: %s', async typed => {
    expect(await found(typed)).toEqual([])
    expect(await found('reyes')).toEqual(['Reyes, Marisol'])
  })

  it('lists everyone by name for an empty text, and says how many there are', async () => {
    const { rows, matched, total } = await test.request('patients.search', { text: '  ', scope: 'active', limit: 3 })
    expect(rows.map(row => row.name)).toEqual(['Müller, Jürgen', 'O’Brien-Łuczak, Søren', 'Ortiz, May'])
    expect([matched, total]).toEqual([6, 6])
    const some = await test.request('patients.search', { text: '1', scope: 'active', limit: 2 })
    expect([some.rows.length, some.matched > 2, some.total]).toEqual([2, true, 6])
  })

  it('forgets the old name when it changes, and archived patients unless asked', async () => {
    const patient = await test.request('patients.register', {
      fields: aPatient({ firstName: 'Temporary', lastName: 'Person', bornOn: '1970-01-01', phone: '' }),
      policy: null,
    })
    const fields = aPatient({ firstName: 'Changed', lastName: 'Person', bornOn: '1970-01-01', phone: '' })
    await test.request('patients.save', { patientId: patient.id, fields, policy: null })
    expect([await found('temporary'), await found('changed')]).toEqual([[], ['Person, Changed']])
    await test.request('patients.setArchived', { patientId: patient.id, isArchived: true })
    expect([await found('changed'), await found('changed', 'all')]).toEqual([[], ['Person, Changed']])
    expect((await test.request('patients.search', { text: '', scope: 'active', limit: 100 })).total).toBe(6)
  })
})

describe('finding a patient before registering', () => {
  const like = async (asked: { firstName?: string; lastName?: string; bornOn?: string | null; phone?: string }) => {
    const rows = await test.request('patients.findLike', { firstName: '', lastName: '', bornOn: null, phone: '', ...asked })
    return rows.map(row => row.name)
  }
  it.each([
    [{ firstName: 'Marysol', lastName: 'Rayes', bornOn: '1979-03-14' }],
    [{ firstName: 'Reyes', lastName: 'Marisol', bornOn: '1979-03-14' }],
    [{ firstName: 'Marisol', lastName: 'Vance', bornOn: '1979-03-14' }],
    [{ firstName: 'marisol', lastName: 'reyes' }],
    [{ firstName: 'Marysol', lastName: 'Rayes' }],
    [{ firstName: 'Reyes', lastName: 'Marisol' }],
    [{ phone: '503.555.0118' }],
    [{ phone: '555-0118' }],
  ])('knows %o', async asked => {
    expect(await like(asked)).toEqual(['Reyes, Marisol'])
  })
  it.each([
    [{}],
    [{ firstName: 'Bo', lastName: 'Xu', bornOn: '1979-03-14' }],
    [{ firstName: 'Marisol' }],
    [{ phone: '0118' }],
    [{ firstName: '"', lastName: '*' }],
  ])('finds nobody like %o', async asked => {
    expect(await like(asked)).toEqual([])
  })
})
