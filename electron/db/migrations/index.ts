import type { Migration } from '../migrate.ts'
import { auditAndAccess } from './0001-audit-and-access.ts'
import { practice } from './0002-practice.ts'
import { patientsAndEpisodes } from './0003-patients-and-episodes.ts'
import { visitsAndNotes } from './0004-visits-and-notes.ts'
import { billingAndPapers } from './0005-billing-and-papers.ts'
import { clinicalDepth } from './0006-clinical-depth.ts'
import { frontDesk } from './0007-front-desk.ts'
import { ledger } from './0008-ledger.ts'
import { packages } from './0009-packages.ts'
import { accounts } from './0010-accounts.ts'
import { estimates } from './0011-estimates.ts'
import { claims } from './0012-claims.ts'
import { claimsByEpisode } from './0013-claims-by-episode.ts'

/** Every step of the file’s format, oldest first. */
export const migrations: readonly Migration[] = [
  auditAndAccess,
  practice,
  patientsAndEpisodes,
  visitsAndNotes,
  billingAndPapers,
  clinicalDepth,
  frontDesk,
  ledger,
  packages,
  accounts,
  estimates,
  claims,
  claimsByEpisode,
]
