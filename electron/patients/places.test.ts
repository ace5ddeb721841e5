import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { Patient } from '../../shared/patients/schema.ts'
import type { Database } from '../db/open.ts'
import { aPatient } from '../testing/patients.ts'
import { countedId } from '../testing/test-app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { getPatient, writePatient } from './repository.ts'
import { listMatching } from './search-repository.ts'

const today = localDate('2026-11-19')
const patientCalled = (lastName: string, count: number): Patient =>
  Patient.parse({ ...aPatient({ lastName }), id: countedId(count), chartNumber: `LM-${count}`, isArchived: false, deceasedOn: null, registeredOn: today })

function byPlace(db: Database) {
  return db
    .prepare<[], { name: string; isArchived: number }>('SELECT sort_name AS name, is_archived AS isArchived FROM patients ORDER BY place')
    .all()
    .map(({ name, isArchived }) => `${isArchived ? 0 : 1} ${name}`)
}

const found = (db: Database, text: string) => listMatching(db, `"${text}"*`, { withArchived: true, limit: 1000, today })
// "aaab": counts up as a word, so that each of these names comes right behind the one before and in front of the first.
const word = (count: number) =>
  count
    .toString(26)
    .padStart(3, '0')
    .replace(/./g, digit => String.fromCharCode(97 + Number.parseInt(digit, 26)))

describe('places in the list of patients', () => {
  it.each([
    ['sorted', (count: number) => count],
    ['sorted backwards', (count: number) => 999 - count],
    ['from both sides to the middle', (count: number) => (count % 2 === 0 ? count : 999 - count)],
    ['mixed', (count: number) => (count * 389) % 1000],
  ])('count up by name when names arrive %s', (_how, nth) => {
    const db = testDatabase()
    db.transaction(() => {
      for (let count = 0; count < 300; count += 1) writePatient(db, patientCalled(word(nth(count)), count + 1))
    })()
    const names = byPlace(db)
    expect(names).toHaveLength(300)
    expect(names).toEqual(names.toSorted())
    expect(found(db, 'marisol').matched).toBe(300)
    for (const count of [0, 1, 150, 298, 299]) expect(found(db, word(nth(count))).ids).toEqual([countedId(count + 1)])
  })

  it('follow a new name, and keep the archived apart', () => {
    const db = testDatabase()
    for (let count = 1; count <= 60; count += 1) writePatient(db, patientCalled(word(count * 7), count))
    for (let count = 1; count <= 60; count += 2) {
      const patient = getPatient(db, Patient.shape.id.parse(countedId(count)))
      writePatient(db, { ...patient, lastName: word(900 - count), isArchived: count % 3 === 0 })
      expect(found(db, word(900 - count)).ids).toEqual([patient.id])
      expect(found(db, word(count * 7)).ids).toEqual([])
    }
    const names = byPlace(db)
    expect(names).toEqual(names.toSorted())
    expect(found(db, 'marisol').matched).toBe(60)
  })
})
