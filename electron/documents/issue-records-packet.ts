import { type DisclosureGrounds, decideGround } from '../../shared/claims/disclosure.ts'
import { fullName, letterheadOf } from '../../shared/documents/paper-words.ts'
import type { RecordsPacket } from '../../shared/documents/records-packet.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { DisclosureId, DocumentId } from '../../shared/lib/ids.ts'
import type { Services } from '../app/services.ts'
import { disclosureGrounds, insertDisclosure } from '../claims/disclosures-repository.ts'
import { getPatient } from '../patients/repository.ts'
import { getClinic, getPayer } from '../practice/repository.ts'
import { issueVisitNote } from './issue-visit-note.ts'
import { paperNumber } from './paper-number.ts'
import { dayOfPaper, recordsOf } from './records-packet-load.ts'
import { getDocument, insertDocument } from './repository.ts'

type Asked = Parsed<'documents.issueRecordsPacket'>
type Records = ReturnType<typeof recordsOf>
type Ground = ReturnType<typeof decideGround>

/**
 * Freezes records of an episode as one paper for somebody outside the clinic, and notes that they went out: both or neither.
 * Throws `rule_broken` without a ground (see `decideGround`), with nothing chosen, or for records that are not of these days.
 */
export function issueRecordsPacket(services: Services, asked: Asked): IssuedDocument {
  const { db, clock, newId } = services
  const today = clock.today()
  const records = recordsOf(db, asked, today)
  const { id: episodeId, patientId } = records.episode
  const grounds = disclosureGrounds(db, patientId, today)
  const ground = decideGround(asked.disclosure, grounds)
  const packet = packetOf(services, asked, { records, ground: groundWords(ground, grounds), papers: chosenPapers(services, asked, records) })
  const id = DocumentId.parse(newId())
  insertDocument(
    db,
    {
      id,
      kind: 'records-packet',
      number: packet.number,
      version: 1,
      patientId,
      episodeId,
      issuedAt: clock.now(),
      issuedOn: today,
      from: asked.from,
      to: asked.to,
      total: null,
      replacesId: null,
      reason: '',
      content: { paperSize: getClinic(db).paperSize, paper: packet },
    },
    [],
  )
  keepDisclosure(services, asked, { patientId, documentId: id, ground })
  return getDocument(db, id)
}

/** The papers asked for, in the order they stand in the packet; signed notes are issued as papers where they were not yet. */
function chosenPapers(services: Services, { documentIds, noteIds }: Asked, { papers, notes }: Records): IssuedDocument[] {
  const known = papers.filter(({ id }) => documentIds.includes(id))
  const signed = notes.filter(({ id }) => noteIds.includes(id))
  if (known.length < new Set(documentIds).size || signed.length < new Set(noteIds).size)
    throw new DomainError('rule_broken', 'Some of these records are not of this episode and these days, or changed meanwhile. Choose again.')
  if (known.length + signed.length === 0) throw new DomainError('rule_broken', 'Choose at least one paper or note: an empty packet says nothing.')
  return [...known, ...signed.map(({ id }) => issueVisitNote(services, { noteId: id }))]
}

type Parts = { readonly records: Records; readonly ground: string; readonly papers: readonly IssuedDocument[] }

function packetOf({ db, clock }: Services, { disclosure, from, to }: Asked, { records: { episode, missing }, ground, papers }: Parts): RecordsPacket {
  const today = clock.today()
  const clinic = getClinic(db)
  const patient = getPatient(db, episode.patientId)
  const insurer = episode.claim?.payerId ? getPayer(db, episode.claim.payerId).name : ''
  return {
    letterhead: letterheadOf(clinic, clinic.logo),
    number: paperNumber(db, 'RP', today),
    issuedOn: today,
    patient: { name: fullName(patient), bornOn: patient.bornOn, chartNumber: patient.chartNumber },
    condition: episode.condition,
    claim: [insurer, episode.claim?.claimNumber ?? ''].filter(words => words !== '').join(', '),
    disclosedTo: disclosure.disclosedTo,
    purpose: disclosure.purpose,
    ground,
    from,
    to,
    papers: papers.map(paper => ({
      documentId: paper.id,
      title: paper.title,
      number: paper.number,
      version: paper.version,
      on: dayOfPaper(paper),
    })),
    missing,
  }
}

const groundWords = ({ consentId, reason }: Ground, { consents }: DisclosureGrounds) =>
  consents.find(consent => consent.consentId === consentId)?.words ?? (reason.startsWith('Release') ? reason : `Without a release: ${reason}`)

type Kept = { readonly patientId: IssuedDocument['patientId']; readonly documentId: DocumentId; readonly ground: Ground }

function keepDisclosure(
  { db, clock, newId, person }: Services,
  { disclosure: { disclosedTo, purpose } }: Asked,
  { patientId, documentId, ground }: Kept,
): void {
  insertDisclosure(db, {
    id: DisclosureId.parse(newId()),
    patientId,
    documentId,
    disclosedOn: clock.today(),
    disclosedTo,
    purpose,
    ...ground,
    recordedAt: clock.now(),
    recordedBy: person.name,
  })
}
