import type { Disclosure } from '../../shared/claims/disclosure.ts'
import type { Letterhead } from '../../shared/documents/letterhead.ts'
import { paperName } from '../../shared/documents/paper-name.ts'
import { dayOf, formatDate, formatTime, type LocalDateTime } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Services } from '../app/services.ts'
import { listDisclosures } from '../claims/disclosures-repository.ts'
import { getPatient } from '../patients/repository.ts'
import { deskMoment } from './desk-moment.ts'
import { drawDeskPaper } from './desk-page.ts'
import { deskTableParts, words } from './desk-table.ts'
import { openPaper } from './open-document.ts'
import { LEFT, newPaper, type PrintOptions } from './page.ts'
import { STRONG } from './text-style.ts'

/** The list of everybody who was given a patient’s records. */
export type DisclosureList = {
  readonly letterhead: Letterhead
  readonly patientName: string
  readonly chartNumber: string
  readonly disclosures: readonly Disclosure[]
  readonly printed: LocalDateTime
}

/** Opens that list. It is not kept: it says what stands now. Throws `not_found`. */
export async function openDisclosures(services: Services, { patientId }: { patientId: PatientId }): Promise<{ path: string }> {
  const { db } = services
  const patient = getPatient(db, patientId)
  const moment = await deskMoment(services)
  const list = {
    letterhead: moment.letterhead,
    patientName: fullName(patient),
    chartNumber: patient.chartNumber,
    disclosures: listDisclosures(db, patientId),
    printed: moment.printed,
  }
  return openPaper(services, { name: paperName('Disclosures', patient.lastName, patient.firstName), bytes: await drawDisclosures(list, moment.options) })
}

/** Draws it, newest first. */
export async function drawDisclosures(
  { letterhead, patientName, chartNumber, disclosures, printed }: DisclosureList,
  options: PrintOptions,
): Promise<Uint8Array> {
  const paper = await newPaper(`Disclosures, ${patientName}`, letterhead.name, options)
  const columns = [
    { title: 'Date', x: LEFT, width: 70 },
    { title: 'Given to', x: paper.at(121), width: 130 },
    { title: 'Purpose', x: paper.at(260), width: 110 },
    { title: 'What', x: paper.at(380), width: 80 },
    { title: 'Ground', x: paper.at(468), width: 100 },
  ]
  const rows = disclosures.map(each => ({
    cells: [
      words(formatDate(each.disclosedOn), STRONG),
      words(each.disclosedTo),
      words(each.purpose),
      words(each.paperWords),
      [...words(each.isReleased ? each.ground : `Without a release: ${each.ground}`), ...words(`Noted by ${each.recordedBy}`)],
    ],
  }))
  const none = [{ cells: [words(''), words('No records were given to anybody outside the clinic.')] }]
  return drawDeskPaper(paper, {
    letterhead,
    title: 'Disclosures',
    rows: [
      { label: 'Patient', value: patientName, style: STRONG },
      { label: 'Chart', value: chartNumber, style: STRONG },
      { label: 'Printed', value: `${formatDate(dayOf(printed))}, ${formatTime(printed)}` },
    ],
    parts: deskTableParts(paper, { columns, rows: rows.length === 0 ? none : rows, gap: 0 }),
    footer: `Disclosures of records, ${patientName}, chart ${chartNumber}`,
  })
}
