import type { BatchRow } from '../../shared/documents/batch.ts'
import type { Days } from '../../shared/documents/batch-days.ts'
import { type Sheet, sheetsOf } from '../../shared/documents/batch-sheets.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { visitsObstacle } from '../../shared/documents/superbill-obstacle.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { AppointmentId, DocumentId, PatientId } from '../../shared/lib/ids.ts'
import { sumCents } from '../../shared/lib/money.ts'
import type { Services } from '../app/services.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'
import { chargedVisits, type VisitOnPaper, visitsOfSuperbill } from './charged-visits.ts'
import type { FactsReader } from './facts-on-file.ts'
import { obstacleWith } from './issue-superbill.ts'
import { differs, draftSuperbill } from './preview-superbill.ts'
import { readinessOf } from './readiness-of-visits.ts'
import { getDocument } from './repository.ts'

/** A patient who may have been charged in some days, and where their letters go. */
export type BatchPatient = {
  readonly patientId: PatientId
  readonly lastName: string
  readonly firstName: string
  readonly chartNumber: string
  readonly sortName: string
  readonly zip: string
  readonly street: string
}

/** One superbill of a batch, with what is needed to issue and to order it. */
export type PlannedRow = BatchRow & { readonly patient: BatchPatient; readonly appointmentIds: readonly AppointmentId[] }

/** Everybody with an appointment in these days, by name. Whether it was charged is seen patient by patient: asked for all at once it would keep others waiting. */
export function batchPatients(db: Database, { from, to }: Days): BatchPatient[] {
  return statement<Days, BatchPatient>(
    db,
    `SELECT p.id AS patientId, p.last_name AS lastName, p.first_name AS firstName, p.chart_number AS chartNumber, p.sort_name AS sortName, p.zip, p.street
       FROM patients p
      WHERE p.id IN (SELECT a.patient_id FROM appointments a WHERE a.starts_at BETWEEN :from AND :to || 'T99')
      ORDER BY p.sort_name, p.place`,
  ).all({ from, to })
}

/** In which days, and what was read for other patients already. */
export type PlanOptions = { readonly days: Days; readonly read: FactsReader }

/** The superbills of one patient in these days: those that stand, and those that could be issued. */
export function rowsOfPatient({ db, clock }: Pick<Services, 'db' | 'clock'>, patient: BatchPatient, { days, read }: PlanOptions): PlannedRow[] {
  const visits = chargedVisits(db, { patientId: patient.patientId, ...days }, read)
  return sheetsOf(visits, superbillsHolding(db, patient.patientId, days)).map(sheet => rowOf(db, { patient, sheet, read, today: clock.today() }))
}

// A superbill that was replaced no longer stands. Begins with the patient’s few papers: invoices that were voided are found by their number only.
function superbillsHolding(db: Database, patientId: PatientId, { from, to }: Days): Map<AppointmentId, DocumentId> {
  const rows = statement<Days & { patientId: string }, { appointmentId: AppointmentId; documentId: DocumentId }>(
    db,
    `SELECT i.appointment_id AS appointmentId, d.id AS documentId
       FROM documents d
      CROSS JOIN document_invoices x ON x.document_id = d.id
      CROSS JOIN invoices h ON h.id = x.invoice_id
      CROSS JOIN invoices i ON i.appointment_id = h.appointment_id AND i.voided_at IS NULL
      WHERE d.patient_id = :patientId AND d.kind = 'superbill' AND NOT EXISTS (SELECT 1 FROM documents r WHERE r.replaces_id = d.id)
        AND i.patient_id = d.patient_id AND i.service_on BETWEEN :from AND :to AND i.kind = 'visit'
      ORDER BY d.issued_at, d.number`,
  ).all({ patientId, from, to })
  return new Map(rows.map(row => [row.appointmentId, row.documentId]))
}

type OfPatient = { readonly patient: BatchPatient; readonly sheet: Sheet<VisitOnPaper>; readonly read: FactsReader; readonly today: LocalDate }

function rowOf(db: Database, { patient, sheet, read, today }: OfPatient): PlannedRow {
  const issued = sheet.issuedAs === null ? null : getDocument(db, sheet.issuedAs)
  const visits = issued ? visitsOfSuperbill(db, issued, { visits: sheet.visits, read }) : sheet.visits
  return {
    key: `${patient.patientId} ${issued?.id ?? visits[0]?.appointmentId ?? ''}`,
    patientId: patient.patientId,
    patientName: [patient.lastName, patient.firstName].filter(name => name !== '').join(', '),
    chartNumber: patient.chartNumber,
    from: visits[0]?.serviceOn ?? today,
    to: visits.at(-1)?.serviceOn ?? today,
    visits: visits.length,
    total: sumCents(visits.flatMap(visit => visit.lines.map(line => line.charge))),
    paid: sumCents(visits.flatMap(visit => visit.payments.map(payment => payment.amount))),
    ...(issued ? standing(db, issued, { visits, today }) : standingOfNew(db, visits)),
    patient,
    appointmentIds: visits.map(visit => visit.appointmentId),
  }
}

type Standing = Pick<BatchRow, 'state' | 'problem' | 'fix' | 'remarks' | 'issued'>

function standing(db: Database, issued: IssuedDocument, { visits, today }: { visits: readonly VisitOnPaper[]; today: LocalDate }): Standing {
  const { id, number, version, sentWords } = issued
  const about = { fix: null, remarks: 0, issued: { id, number, version, sentWords } }
  const isSame = visitsObstacle(visits) === null && !differs(db, issued, draftSuperbill(db, visits, today))
  if (isSame) return { ...about, state: 'issued', problem: '' }
  return { ...about, state: 'changed', problem: `The records changed since ${number} was issued. Issue a corrected version.` }
}

function standingOfNew(db: Database, visits: readonly VisitOnPaper[]): Standing {
  const readiness = readinessOf(db, visits)
  const obstacle = obstacleWith(visits, readiness)
  const remarks = readiness.items.filter(item => item.state === 'attention').length
  const fixOf = (state: 'attention' | 'blocks') => readiness.items.find(item => item.state === state && item.fix !== null)?.fix ?? null
  if (obstacle === null) return { state: 'ready', problem: '', fix: fixOf('attention'), remarks, issued: null }
  return { state: 'missing', problem: obstacle, fix: fixOf('blocks'), remarks, issued: null }
}
