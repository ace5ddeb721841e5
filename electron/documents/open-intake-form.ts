import type { IntakeForm } from '../../shared/documents/intake-form.ts'
import { paperName } from '../../shared/documents/paper-name.ts'
import { fullName, letterheadOf } from '../../shared/documents/paper-words.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { Patient } from '../../shared/patients/schema.ts'
import type { Services } from '../app/services.ts'
import { getPatient } from '../patients/repository.ts'
import { getClinic } from '../practice/repository.ts'
import { drawIntakeForm } from './intake-form-pdf.ts'
import { openPaper } from './open-document.ts'
import { printOptions } from './print-options.ts'

/** Opens a blank intake form in the system’s viewer, to be printed. It is not frozen: the filled-in sheet is what counts. */
export async function openIntakeForm(services: Services, { patientId }: { patientId: PatientId | null }): Promise<{ path: string }> {
  const { db, resourcesDir, clock } = services
  const clinic = getClinic(db)
  const patient = patientId === null ? null : getPatient(db, patientId)
  const form: IntakeForm = { letterhead: letterheadOf(clinic, clinic.logo), patient: patient && headedWith(patient) }
  const bytes = await drawIntakeForm(form, await printOptions(resourcesDir, clinic.paperSize, clock.now()))
  return openPaper(services, { name: paperName('Intake form', patient?.lastName ?? '', patient?.firstName ?? ''), bytes })
}

function headedWith(patient: Patient): NonNullable<IntakeForm['patient']> {
  const { bornOn, phone, guardianName, guardianRelation } = patient
  const guardian = [guardianName, guardianRelation.toLowerCase()].filter(text => text !== '').join(', ')
  return { name: fullName(patient), bornOn, phone, guardian }
}
