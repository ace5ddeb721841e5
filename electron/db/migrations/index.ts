import type { Migration } from '../migrate.ts'
import { auditAndAccess } from './0001-audit-and-access.ts'
import { practice } from './0002-practice.ts'
import { patientsAndEpisodes } from './0003-patients-and-episodes.ts'
import { visitsAndNotes } from './0004-visits-and-notes.ts'
import { billingAndPapers } from './0005-billing-and-papers.ts'
import { clinicalDepth } from './0006-clinical-depth.ts'
import { frontDesk } from './0007-front-desk.ts'

/** Every step of the file’s format, oldest first. */
export const migrations: readonly Migration[] = [auditAndAccess, practice, patientsAndEpisodes, visitsAndNotes, billingAndPapers, clinicalDepth, frontDesk]
