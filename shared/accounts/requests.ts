import { z } from 'zod'
import { command, type Endpoint, query } from '../ipc/endpoint.ts'
import { LocalDate } from '../lib/dates.ts'
import { ClosingId } from '../lib/ids.ts'
import { Amount, Cents } from '../lib/money.ts'
import { optionalLine } from '../lib/text.ts'
import { Aging } from './aging.ts'
import { BalanceChoice, BalanceRow, BalanceSort, PayerAccount, PayerRef } from './balances.ts'
import { Closing, ClosingRow, DayMark, DayPreview } from './closing.ts'
import { DrawerCount } from './drawer.ts'

/** Who owes what since when, and the closing of each day. */
export const accountsRequests = {
  /** 60 at a time; `page` counts from 0. `count` and `shown` are of all that search and age leave; `aging` and `credit` of the whole clinic. */
  'accounts.listBalances': query(
    'front-desk',
    BalanceChoice.extend({ sort: BalanceSort, page: z.int().min(0).max(10_000) }),
    z.strictObject({ rows: z.array(BalanceRow), count: z.int(), shown: Cents, aging: Aging, credit: Cents, asOf: LocalDate }),
  ),
  /** What a payer owes, invoice by invoice for everybody they answer for, and the statements sent before, newest first. */
  'accounts.getPayer': query('front-desk', z.strictObject({ payer: PayerRef }), PayerAccount),
  /** Everything since the day was last closed. `from` only counts before the first closing, where it is today unless told. `float`: what was in the drawer. */
  'accounts.previewClosing': query('front-desk', z.strictObject({ from: LocalDate.nullable(), float: Amount.nullable() }), DayPreview),
  /**
   * Closes the day for good. `mark` says what was on the screen: refused with `conflict` where something was recorded since, or the day was closed meanwhile;
   * with `rule_broken` where there is nothing to close, or a difference is not explained.
   */
  'accounts.closeDay': command(
    'front-desk',
    z.strictObject({ mark: DayMark, from: LocalDate.nullable(), float: Amount, count: DrawerCount, remark: optionalLine(300) }),
    ClosingRow,
  ),
  /** Newest first, 60 at a time; `before` is the last one already shown. */
  'accounts.listClosings': query('front-desk', z.strictObject({ before: ClosingId.nullable() }), z.array(ClosingRow)),
  'accounts.getClosing': query('front-desk', z.strictObject({ closingId: ClosingId }), ClosingRow.extend({ closing: Closing })),
} as const satisfies Record<string, Endpoint>
