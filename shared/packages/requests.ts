import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import { PackageId, PackageTypeId, PatientId } from '../lib/ids.ts'
import { line } from '../lib/text.ts'
import { PackageDetail, PackageType, PackageTypeFields, SoldPackage } from './schema.ts'

/** Packages: visits or minutes paid ahead. They are sold and upgraded as sales (`billing.sell`, `billing.upgradePackage`), and used at check-out. */
export const packagesRequests = {
  /** What the clinic sells, in order, also those no longer sold. */
  'packages.listTypes': query('front-desk', z.strictObject({}), z.array(PackageType)),
  /** Changes what is sold from now on; packages sold stay as they are. */
  'packages.saveType': command('owner', z.strictObject({ id: PackageTypeId.nullable(), fields: PackageTypeFields }), PackageType),
  /** Packages sold, the soonest to expire first, at most 200: those with something left, or those that are over. `find`: part of a name. */
  'packages.list': query(
    'front-desk',
    z.strictObject({ show: z.enum(['left', 'over']), find: z.string().max(80) }),
    z.strictObject({ rows: z.array(SoldPackage), count: z.int() }),
  ),
  /** A patient’s own packages and those the household shares, also those that are over. */
  'packages.ofPatient': query('front-desk', z.strictObject({ patientId: PatientId }), z.array(SoldPackage)),
  'packages.get': query('front-desk', z.strictObject({ packageId: PackageId }), PackageDetail),
  /** Lets a package be used longer, with a reason that is kept. Refused with `rule_broken` where it is over otherwise. */
  'packages.extend': command('owner', z.strictObject({ packageId: PackageId, until: LocalDate, reason: line('the reason', 200) }), PackageDetail),
} as const satisfies Record<string, Endpoint>
