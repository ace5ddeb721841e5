import type { packagesRequests } from '../../shared/packages/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { getPatient } from '../patients/repository.ts'
import { extendPackage } from './extend-package.ts'
import { packageDetail } from './package-detail.ts'
import { listSold, packagesOpenTo } from './repository.ts'
import { savePackageType } from './save-package-type.ts'
import { shownPackage } from './shown-package.ts'
import { listPackageTypes } from './types-repository.ts'

/** Answers about packages. */
export const packagesHandlers: Handlers<keyof typeof packagesRequests> = {
  'packages.listTypes': ({ db }) => listPackageTypes(db),
  'packages.saveType': savePackageType,
  'packages.list': ({ db, clock }, { show, find }) => {
    const on = clock.today()
    const { rows, count } = listSold(db, { isOver: show === 'over', find: find.trim(), on })
    return { rows: rows.map(row => shownPackage(row, on)), count }
  },
  'packages.ofPatient': ({ db, clock }, { patientId }) => packagesOpenTo(db, getPatient(db, patientId).id).map(row => shownPackage(row, clock.today())),
  'packages.get': ({ db, clock }, { packageId }) => packageDetail(db, packageId, clock.today()),
  'packages.extend': extendPackage,
}
