import { type Aging, bucketEnds, toAging } from '../../shared/accounts/aging.ts'
import type { PatientBalance, PayerRef } from '../../shared/accounts/balances.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { type Cents, cents } from '../../shared/lib/money.ts'
import { foldName, fullName } from '../../shared/patients/names.ts'
import type { Database } from '../db/open.ts'
import { statement } from '../db/statement.ts'

type Buckets = Record<'current' | 'days31' | 'days61' | 'days91', number>
type Ends = ReturnType<typeof bucketEnds>

// The open invoices stand in an index of their own, with everything that is summed here.
const OPEN = 'voided_at IS NULL AND paid_cents + reduced_cents < total_cents'
const OWED = 'total_cents - paid_cents - reduced_cents'
const BUCKETS = `
            sum(CASE WHEN service_on > :over30 THEN ${OWED} ELSE 0 END) AS current,
            sum(CASE WHEN service_on <= :over30 AND service_on > :over60 THEN ${OWED} ELSE 0 END) AS days31,
            sum(CASE WHEN service_on <= :over60 AND service_on > :over90 THEN ${OWED} ELSE 0 END) AS days61,
            sum(CASE WHEN service_on <= :over90 THEN ${OWED} ELSE 0 END) AS days91`

/** What the whole clinic is owed, by age as of a day. */
export function agingOfClinic(db: Database, asOf: LocalDate): Aging {
  const row = statement<Ends, Buckets>(db, `SELECT ${BUCKETS} FROM invoices WHERE ${OPEN}`).get(bucketEnds(asOf))
  return toAging({ current: row?.current ?? 0, days31: row?.days31 ?? 0, days61: row?.days61 ?? 0, days91: row?.days91 ?? 0 })
}

/** Money on patients’ accounts that settles nothing yet: of the whole clinic. */
export function creditOfClinic(db: Database): Cents {
  const row = statement<Record<string, never>, { credit: number | null }>(
    db,
    'SELECT 0 - sum(amount_cents) AS credit FROM ledger WHERE invoice_id IS NULL',
  ).get({})
  return cents(row?.credit ?? 0)
}

type BalanceColumns = Buckets & {
  readonly patientId: PatientId
  readonly firstName: string
  readonly middleName: string
  readonly lastName: string
  readonly suffix: string
  readonly sortName: string
  readonly guarantorId: PatientId | null
  readonly guarantorName: string
  readonly guarantorSortName: string | null
  readonly street: string
  readonly zip: string
  readonly hasAddress: number
  readonly since: LocalDate | null
  readonly invoices: number
  readonly credit: Cents
}

/** Everybody who owes something or has money on account, as of a day, in no order. */
export function listPatientBalances(db: Database, asOf: LocalDate): PatientBalance[] {
  return statement<Ends, BalanceColumns>(
    db,
    `WITH accounts AS (
       SELECT patient_id, ${BUCKETS}, min(service_on) AS since, count(*) AS invoices, 0 AS credit
         FROM invoices
        WHERE ${OPEN}
        GROUP BY patient_id
        UNION ALL
       SELECT patient_id, 0, 0, 0, 0, NULL, 0, 0 - sum(amount_cents)
         FROM ledger
        WHERE invoice_id IS NULL
        GROUP BY patient_id
       HAVING sum(amount_cents) < 0
     )
     SELECT a.patient_id AS patientId, sum(a.current) AS current, sum(a.days31) AS days31, sum(a.days61) AS days61, sum(a.days91) AS days91,
            max(a.since) AS since, sum(a.invoices) AS invoices, sum(a.credit) AS credit, p.first_name AS firstName, p.middle_name AS middleName,
            p.last_name AS lastName, p.suffix, p.sort_name AS sortName, p.guarantor_patient_id AS guarantorId, p.guarantor_name AS guarantorName,
            q.sort_name AS guarantorSortName, p.street, p.zip, coalesce(q.street || q.city, p.street || p.city) <> '' AS hasAddress
       FROM accounts a
       JOIN patients p ON p.id = a.patient_id
       LEFT JOIN patients q ON q.id = p.guarantor_patient_id
      GROUP BY a.patient_id`,
  )
    .all(bucketEnds(asOf))
    .map(toBalance)
}

function toBalance(row: BalanceColumns): PatientBalance {
  const name = fullName(row)
  const who = { patientId: row.patientId, name, sortName: row.sortName }
  const figures = { aging: toAging(row), since: row.since, invoices: row.invoices, credit: row.credit, hasAddress: row.hasAddress === 1 }
  return { ...who, ...payerOf(row, name), ...figures }
}

function payerOf(row: BalanceColumns, name: string): Pick<PatientBalance, 'payer' | 'payerKey' | 'payerName' | 'payerSortName'> {
  const { patientId, guarantorId, guarantorName, guarantorSortName, sortName } = row
  const by = (payer: PayerRef, payerKey: string) => ({ payer, payerKey })
  if (guarantorId !== null)
    return { ...by({ by: 'chart', patientId: guarantorId }, guarantorId), payerName: guarantorName, payerSortName: guarantorSortName ?? '' }
  if (guarantorName === '') return { ...by({ by: 'chart', patientId }, patientId), payerName: name, payerSortName: sortName }
  return { ...by({ by: 'name', patientId }, payerKeyOfName(row)), payerName: guarantorName, payerSortName: sortNameOf(guarantorName) }
}

/** Somebody without a chart is the same payer under the same name at the same address. */
function payerKeyOfName({ guarantorName, street, zip }: Pick<BalanceColumns, 'guarantorName' | 'street' | 'zip'>): string {
  return `${foldName(guarantorName).trim()}/${foldName(street).trim()}/${zip}`
}

function sortNameOf(name: string): string {
  const words = foldName(name).split(/\s+/u)
  return [words.at(-1), ...words.slice(0, -1)].join(' ')
}
