import { rmSync } from 'node:fs'
import { z } from 'zod'
import { DomainError } from '../../shared/lib/errors.ts'
import { clinicFiles, hasAnyFile } from '../access/clinic-files.ts'
import { clinicClock } from '../app/clock.ts'
import { resourcesDirFrom } from '../app/paths.ts'
import { readJson } from './call.ts'
import { passwordFrom } from './password.ts'
import { printAnswer } from './print.ts'
import { headlessClock, type Session } from './session.ts'

const Given = z.looseObject({ clinic: z.looseObject({}).optional(), practitioner: z.looseObject({}).optional(), services: z.array(z.unknown()).optional() })

const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
const emptyClinic = {
  name: 'New clinic',
  address: { street: '', street2: '', city: '', state: '', zip: '' },
  phone: '',
  fax: '',
  email: '',
  taxId: '',
  organisationNpi: '',
  placeOfService: '11',
  paperSize: 'letter',
  noShowUsesVisit: false,
  opensAt: '08:00',
  closesAt: '18:00',
  logo: '',
}
const emptyPractitioner = {
  legalName: 'Owner',
  credentials: '',
  licenseNumber: '',
  licenseState: '',
  licenseExpiresOn: null,
  npi: '',
  taxonomy: '225700000X',
  trainingHours: null,
  techniques: '',
  signatureOnFile: false,
}

/** Makes the demo clinic in the folder itself, whole or not at all. Throws `conflict` where a clinic is. */
export async function makeDemoHere({ dir }: Session): Promise<number> {
  const files = clinicFiles(dir)
  if (hasAnyFile(files)) throw new DomainError('conflict', `A clinic’s files are already in ${dir}. They were left as they are.`)
  const { makeDemoClinic } = await import('../demo/demo-clinic.ts')
  try {
    await makeDemoClinic({ dir, resourcesDir: resourcesDirFrom(undefined), clock: clinicClock(headlessClock(), timeZone) })
  } catch (error) {
    for (const path of [files.database, `${files.database}-wal`, `${files.database}-shm`, files.settingUp, files.keyring]) rmSync(path, { force: true })
    throw error
  }
  printAnswer({ dir, isDemo: true })
  return 0
}

/** Makes an empty clinic; `json` may hold any part of what `access.setUpClinic` takes. Prints the recovery key: keep it. */
export async function makeEmptyClinic(session: Session, json: string): Promise<number> {
  const given = Given.safeParse(await readJson(json))
  if (!given.success) throw new DomainError('invalid_input', 'Give the set-up as {"clinic": {…}, "practitioner": {…}, "services": […]}.')
  const result = await session.app.invoke('access.setUpClinic', {
    clinic: { ...emptyClinic, timeZone: timeZone(), ...given.data.clinic },
    practitioner: { ...emptyPractitioner, ...given.data.practitioner },
    services: given.data.services ?? [],
    password: await passwordFrom(session.options, 'New password: '),
  })
  if (!result.ok) throw new DomainError(result.error.code, result.error.message, result.error.fields)
  printAnswer(result.value)
  return 0
}
