import { paperName } from '../../shared/documents/paper-name.ts'
import type { Services } from '../app/services.ts'
import { getBillingRules } from '../practice/billing-rules-repository.ts'
import { drawCalibration } from './calibration-pdf.ts'
import { deskMoment } from './desk-moment.ts'
import { openPaper } from './open-document.ts'

/** Opens the page with which the clinic measures how far its printer is off the ready-made claim forms. Throws `rule_broken` for an offset off the paper. */
export async function openCalibrationPage(services: Services): Promise<{ path: string }> {
  const { options } = await deskMoment(services)
  return openPaper(services, {
    name: paperName('Claim form test page', '', ''),
    bytes: await drawCalibration(getBillingRules(services.db).claimFormOffset, options),
  })
}
