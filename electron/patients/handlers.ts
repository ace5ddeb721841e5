import type { patientsRequests } from '../../shared/patients/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { consentStandings } from './consents-repository.ts'
import { findDuplicates, findLikePatients } from './find-like.ts'
import { getPatientHeader } from './header-repository.ts'
import { listAtAddress, listHousehold } from './household-repository.ts'
import { joinHousehold, leaveHousehold } from './households.ts'
import { listTimeline } from './list-timeline.ts'
import { merge } from './merge.ts'
import { listMerges } from './merges.ts'
import { previewMerge } from './preview-merge.ts'
import { recordConsent, withdrawConsent } from './record-consent.ts'
import { registerPatient } from './register-patient.ts'
import { getPatient, listAlerts, policyOf } from './repository.ts'
import { listPatientRows } from './rows-repository.ts'
import { saveAlerts } from './save-alerts.ts'
import { savePatient } from './save-patient.ts'
import { searchPatients } from './search-patients.ts'
import { setArchived } from './set-archived.ts'
import { setDeceased } from './set-deceased.ts'
import { undoMerge } from './undo-merge.ts'

/** Answers about patients. */
export const patientsHandlers: Handlers<keyof typeof patientsRequests> = {
  'patients.search': searchPatients,
  'patients.getHeader': ({ db, clock }, { patientId }) => getPatientHeader(db, clock.today(), patientId),
  'patients.getDetails': ({ db }, { patientId }) => ({
    patient: getPatient(db, patientId),
    policy: policyOf(db, patientId),
    alerts: listAlerts(db, patientId),
  }),
  'patients.getTimeline': listTimeline,
  'patients.findLike': findLikePatients,
  'patients.findDuplicates': (services, { patientId }) => findDuplicates(services, patientId),
  'patients.register': registerPatient,
  'patients.save': savePatient,
  'patients.saveAlerts': saveAlerts,
  'patients.setArchived': setArchived,
  'patients.setDeceased': setDeceased,
  'patients.listConsents': ({ db, clock }, { patientId }) => {
    getPatient(db, patientId)
    return consentStandings(db, patientId, clock.today())
  },
  'patients.recordConsent': recordConsent,
  'patients.withdrawConsent': withdrawConsent,
  'patients.getHousehold': ({ db, clock }, { patientId }) => listHousehold(db, getPatient(db, patientId).id, clock.today()),
  'patients.listAtAddress': ({ db, clock }, address) =>
    address.street.trim() === '' || address.zip.trim() === '' ? [] : listPatientRows(db, clock.today(), listAtAddress(db, address)),
  'patients.joinHousehold': joinHousehold,
  'patients.leaveHousehold': leaveHousehold,
  'patients.previewMerge': previewMerge,
  'patients.merge': merge,
  'patients.undoMerge': undoMerge,
  'patients.listMerges': listMerges,
}
