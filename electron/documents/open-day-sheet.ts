import type { AppointmentStatus } from '../../shared/appointments/schema.ts'
import { daySheetRows } from '../../shared/documents/day-sheet.ts'
import { paperName } from '../../shared/documents/paper-name.ts'
import type { Parsed } from '../../shared/ipc/contract.ts'
import { pausesOf } from '../../shared/schedule/pauses.ts'
import type { Services } from '../app/services.ts'
import { missingFor } from '../appointments/check-in-repository.ts'
import { listAppointments } from '../appointments/repository.ts'
import { getPatientHeader } from '../patients/header-repository.ts'
import { getPractitioner, listPractitioners } from '../practice/repository.ts'
import { loadSchedule } from '../schedule/repository.ts'
import { drawDaySheet } from './day-sheet-pdf.ts'
import { deskMoment } from './desk-moment.ts'
import { openPaper } from './open-document.ts'

/** Whose visit has not begun can still be asked for what is missing. */
const EXPECTED: readonly AppointmentStatus[] = ['booked', 'confirmed', 'arrived']

/** Opens a day of the clinic on paper: everybody’s visits, or one practitioner’s. Throws `not_found` for an unknown practitioner. */
export async function openDaySheet(services: Services, { day, practitionerId }: Parsed<'documents.openDaySheet'>): Promise<{ path: string }> {
  const { db, clock } = services
  const whose = practitionerId === null ? 'Everybody' : getPractitioner(db, practitionerId).legalName
  const today = clock.today()
  const { days, blocks } = loadSchedule(db, day, day)
  const names = new Map<string, string>(listPractitioners(db).map(({ id, legalName }) => [id, legalName]))
  const booked = listAppointments(db, { from: day, to: day, practitionerId }, today)
  const expected = booked.filter(({ status }) => EXPECTED.includes(status))
  const missing = missingFor(db, expected, { day, today })
  const visits = booked.map(visit => ({
    visit,
    alerts: getPatientHeader(db, today, visit.patientId).alerts.map(({ kind, text }) => (kind === 'never' ? `Never: ${text}` : text)),
    missing: (missing.get(visit.id) ?? []).filter(({ kind }) => kind !== 'balance').map(({ sentence }) => sentence),
  }))
  const own = blocks.filter(block => practitionerId === null || block.practitionerId === null || block.practitionerId === practitionerId)
  const moment = await deskMoment(services)
  const rows = daySheetRows(visits, { blocks: own, pauses: pausesOf(day, days[0]?.open ?? []) }, id => names.get(id) ?? '')
  const sheet = { letterhead: moment.letterhead, day, whose, closedBecause: days[0]?.closedBecause ?? '', rows, printed: moment.printed }
  return openPaper(services, {
    name: paperName(`Day sheet ${day}`, practitionerId === null ? '' : whose, ''),
    bytes: await drawDaySheet(sheet, moment.options),
  })
}
