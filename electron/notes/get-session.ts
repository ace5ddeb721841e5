import { unitsForVisit } from '../../shared/billing/units.ts'
import { mostUnits } from '../../shared/billing/units-model.ts'
import { visitOfSeries } from '../../shared/episodes/series-words.ts'
import type { AppointmentId } from '../../shared/lib/ids.ts'
import type { Note, NoteContent, Session } from '../../shared/notes/schema.ts'
import type { Payer } from '../../shared/practice/schema.ts'
import type { Services } from '../app/services.ts'
import { getAppointment } from '../appointments/repository.ts'
import { listEpisodeVisits } from '../episodes/coverage-repository.ts'
import { getEpisode, payerOf } from '../episodes/repository.ts'
import { getPatientHeader } from '../patients/header-repository.ts'
import { listServices, noShowUsesVisit } from '../practice/repository.ts'
import { allowedRegionsOf, findLastScreened, findLastTreated, findNoteOf } from './repository.ts'
import { visitContext } from './visit-context-repository.ts'

/** All the session screen shows: the visit’s note, the last one, the order it follows, the services it may use. Throws `not_found`. */
export function getSession({ db, clock }: Services, appointmentId: AppointmentId): Session {
  const today = clock.today()
  const appointment = getAppointment(db, appointmentId, today)
  const { patientId, episodeId } = appointment
  const episode = episodeId === null ? null : getEpisode(db, today, episodeId)
  const prescriptionId = appointment.prescription?.prescriptionId ?? null
  const prescription = episode?.prescriptions.find(({ id }) => id === prescriptionId)
  const header = getPatientHeader(db, today, patientId)
  const payer = payerOf(db, patientId, episodeId)
  const last = findLastTreated(db, appointment)
  return {
    appointment,
    header: { ...header, prescription: appointment.prescription ?? header.prescription },
    note: findNoteOf(db, appointmentId),
    last: last && lastOf(last, findLastScreened(db, appointment) ?? last, payer),
    condition: episode?.condition ?? '',
    allowedRegions: allowedRegionsOf(db, { episodeId, prescriptionId }),
    prescriberName: prescription ? [prescription.prescriber.name, prescription.prescriber.credentials].filter(Boolean).join(', ') : '',
    requests: prescription?.requests ?? '',
    planRemark: episode?.planRemark ?? '',
    seriesWords: episode
      ? visitOfSeries(episode.plannedVisits, listEpisodeVisits(db, episode.id), { id: appointmentId, noShowUsesVisit: noShowUsesVisit(db) })
      : '',
    goals: episode?.goals ?? [],
    ...visitContext(db, appointment),
    services: listServices(db).filter(service => service.isActive),
    unitRule: payer.unitRule,
    maxUnitsPerVisit: mostUnits(payer),
  }
}

// What was asked last counts for “no change”, also where treatment was withheld then and so the last treatment is older.
function lastOf({ id, serviceOn, content }: Note, screened: Note, payer: Payer): Session['last'] {
  const withScreening = { ...content, screening: screened.content.screening }
  return { noteId: id, serviceOn, content: withScreening, screenedOn: screened.serviceOn, units: unitsOf(content, payer) }
}

/** The units a note’s minutes make under a payer’s rule; services left without minutes count nothing. */
export function unitsOf({ blocks, tieChoice }: Pick<NoteContent, 'blocks' | 'tieChoice'>, payer: Payer): number {
  return unitsForVisit(
    blocks.filter(block => block.minutes > 0),
    payer.unitRule,
    { maxUnitsPerVisit: mostUnits(payer), tieChoice },
  ).totalUnits
}
