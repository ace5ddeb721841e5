import { fileNameBy } from '../../shared/documents/file-name.ts'
import type { IssuedDocument } from '../../shared/documents/schema.ts'

/** The patient as file names know them. */
export type NamedPatient = { readonly lastName: string; readonly firstName: string; readonly chartNumber: string }

/** The file name of a superbill by the clinic’s pattern, safe on every system; a corrected version says which one it is. */
export function superbillFileName(pattern: string, { number, version, from, to }: IssuedDocument, patient: NamedPatient): string {
  return fileNameBy(pattern, {
    number: version > 1 ? `${number} v${version}` : number,
    'last name': patient.lastName,
    'first name': patient.firstName,
    from: from ?? '',
    to: to ?? '',
    chart: patient.chartNumber,
  })
}
