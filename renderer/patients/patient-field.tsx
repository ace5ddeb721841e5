import { formatDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import type { PatientRow } from '../../shared/patients/schema.ts'
import { request } from '../lib/api.ts'
import type { FieldProps } from '../ui/field.tsx'
import { type Found, SearchSelect } from '../ui/select-field.tsx'

type PatientFieldProps = FieldProps & {
  /** Who is chosen now, in words. */
  chosen: string
  onChoose: (row: PatientRow) => void
  /** Somebody who cannot be chosen: the patient whose screen this is. */
  except?: PatientId | undefined
  /** Archived ones too. */
  isAll?: boolean
  placeholder?: string
}

/** Somebody on file: type a name, phone or birth date, arrow, Enter. Beside each name stand birth date and chart number. */
export function PatientField({ except, isAll = false, ...field }: PatientFieldProps) {
  const search = async (typed: string): Promise<readonly Found<PatientRow>[]> => {
    const { rows } = await request('patients.search', { text: typed.slice(0, 200), scope: isAll ? 'all' : 'active', limit: 9 })
    return rows
      .filter(row => row.id !== except)
      .map(row => ({ key: row.id, label: row.name, detail: `born ${formatDate(row.bornOn)} · ${row.chartNumber}`, item: row }))
  }
  return <SearchSelect {...field} search={search} />
}
