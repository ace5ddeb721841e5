import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { EpisodeId, PatientId } from '../../shared/lib/ids.ts'
import type { Request } from './headless.ts'

/** The files that stand beside the superbill and the letter. */
export const PAPERS = ['visit-note.pdf', 'note-packet.pdf', 'letter-with-body-chart.pdf', 'intake-form.pdf'] as const

/** Prints a patient’s last signed note, all notes of the episode, a re-evaluation letter with the body chart, and a blank intake form. Says what was made. */
export async function writePapers(request: Request, dir: string, patientId: PatientId): Promise<string[]> {
  const signed = (await request('notes.listOfPatient', { patientId })).find(({ state }) => state === 'signed')
  const [episode] = await request('episodes.list', { patientId })
  if (!signed || !episode) throw new Error('The patient of the demo has no signed note.')
  const note = await request('documents.issueVisitNote', { noteId: signed.id })
  const packet = await request('documents.issueNotePacket', { episodeId: episode.id })
  const letter = await letterWithChart(request, episode.id)
  const save = async (name: (typeof PAPERS)[number], { path }: { readonly path: string }) => {
    const to = join(dir, name)
    copyFileSync(path, to)
    return to
  }
  const open = ({ id }: IssuedDocument) => request('documents.open', { documentId: id })
  return [
    `Visit note ${note.number}: ${await save('visit-note.pdf', await open(note))}`,
    `All notes of the episode, ${packet.number}: ${await save('note-packet.pdf', await open(packet))}`,
    `Letter with the body chart, ${letter.number}: ${await save('letter-with-body-chart.pdf', await open(letter))}`,
    `Intake form: ${await save('intake-form.pdf', await request('documents.openIntakeForm', { patientId }))}`,
  ]
}

async function letterWithChart(request: Request, episodeId: EpisodeId): Promise<IssuedDocument> {
  const { id, wording } = await request('documents.beginLetter', { episodeId, kind: 're-evaluation' })
  await request('documents.saveLetter', { letterId: id, wording: { ...wording, sections: { ...wording.sections, bodyChart: 'always' } } })
  const { document } = await request('documents.signLetter', { letterId: id })
  if (!document) throw new Error('The letter was not signed.')
  return document
}
