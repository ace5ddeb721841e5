import { regionInWords } from '../../shared/body-chart/regions.ts'
import { siteInWords } from '../../shared/body-chart/sites.ts'
import type { NoteId, PatientId } from '../../shared/lib/ids.ts'
import type { Note } from '../../shared/notes/schema.ts'
import type { Database } from '../db/open.ts'
import { listNotes } from './repository.ts'

/** The patient’s notes in which every word stands, newest first: in what was written, where and with what was treated, or in an addendum. All for no word. */
export function findWords(db: Database, { patientId, text }: { patientId: PatientId; text: string }): NoteId[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return listNotes(db, patientId)
    .filter(note => {
      const written = writtenIn(note).toLowerCase()
      return words.every(word => written.includes(word))
    })
    .map(({ id }) => id)
}

function writtenIn({ content, addenda, enteredInError }: Note): string {
  const { subjective, objective, assessment, plan, homeCare, screening, blocks, marks, posture, strength, specialTests, activities } = content
  return [
    subjective,
    objective,
    assessment,
    plan,
    homeCare,
    screening.remark,
    screening.overrideReason,
    enteredInError?.reason ?? '',
    ...blocks.flatMap(block => [block.name, block.code, ...block.regions.map(regionInWords)]),
    ...blocks.flatMap(block => block.techniques).flatMap(({ name, sites, response }) => [name, response, ...sites.map(siteInWords)]),
    ...marks.flatMap(({ kind, site, remark }) => [kind.replace('-', ' '), siteInWords(site), remark]),
    ...posture.map(({ finding }) => finding),
    ...strength.map(({ muscle }) => muscle),
    ...activities.map(({ name }) => name),
    ...specialTests.flatMap(({ test, remark }) => [test, remark]),
    ...addenda.map(addendum => addendum.text),
  ].join('\n')
}
