import { z } from 'zod'
import { Amount, cents } from '../lib/money.ts'
import { line } from '../lib/text.ts'
import { HolidayName } from '../schedule/holidays.ts'
import { WeekHours } from './hours.ts'

/** A consent the clinic keeps on file. `monthsValid` null: until withdrawn. */
export const ConsentKind = z.strictObject({
  key: z.string().regex(/^[a-z][a-z-]{0,39}$/, 'Use small letters and dashes.'),
  name: line('the consent’s name', 60),
  monthsValid: z.int().min(1, 'At least 1 month.').max(120, 'At most 10 years.').nullable(),
  /** Asked for at check-in where it is missing. */
  isRequired: z.boolean(),
})
export type ConsentKind = z.infer<typeof ConsentKind>

/** How the front desk works: opening hours, holidays, missed visits, limits. Every one has a usual value; none is law. */
export const DeskRules = z.strictObject({
  /** Null: every day from the clinic’s opening to its closing time. */
  hours: WeekHours.nullable(),
  /** Federal holidays on which the clinic works all the same. */
  openHolidays: z.array(HolidayName).max(11),
  /** A visit cancelled by the patient within so many hours of its start is a late cancellation. 0: never. */
  cancelNoticeHours: z.int().min(0).max(168, 'At most a week.'),
  /** Fees of missed visits; never clinical, never on a superbill. 0: none. */
  noShowFee: Amount,
  lateCancelFee: Amount,
  /** Booking a patient who owes more than this needs a practitioner’s word; null never asks. */
  balanceLimit: Amount.nullable(),
  /** What the desk may choose from. */
  cancelReasons: z.array(line('the reason', 80)).max(20),
  referralSources: z.array(line('the source', 80)).max(30),
  consents: z.array(ConsentKind).max(12),
  /** The grid that visits snap to, in minutes. */
  stepMinutes: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(30)]),
})
export type DeskRules = z.infer<typeof DeskRules>

/** The usual values: open as the clinic’s profile says, closed on federal holidays, 24 hours of notice, no fees, no limit on balances. */
export const USUAL_DESK_RULES: DeskRules = {
  hours: null,
  openHolidays: [],
  cancelNoticeHours: 24,
  noShowFee: cents(0),
  lateCancelFee: cents(0),
  balanceLimit: null,
  cancelReasons: ['Ill', 'Work', 'Childcare', 'Weather', 'Feels better', 'Found another provider', 'Cost'],
  referralSources: ['Physician', 'Another patient', 'Insurer', 'Search on the web', 'Walked past', 'Returning patient'],
  consents: [
    { key: 'treatment', name: 'Consent to treatment', monthsValid: 12, isRequired: true },
    { key: 'privacy', name: 'Privacy notice', monthsValid: null, isRequired: true },
    { key: 'cancellation', name: 'Cancellation policy', monthsValid: null, isRequired: false },
    // Asked of patients who pay themselves only (No Surprises Act, 45 CFR 149.610); an estimate holds for 12 months.
    { key: 'estimate', name: 'Good faith estimate', monthsValid: 12, isRequired: false },
  ],
  stepMinutes: 15,
}
