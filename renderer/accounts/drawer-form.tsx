import { type KeyboardEvent, useEffect, useRef } from 'react'
import { z } from 'zod'
import type { DayPreview } from '../../shared/accounts/closing.ts'
import { BILLS, COINS, countedOf, type DrawerCount, pieceName } from '../../shared/accounts/drawer.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import { Amount, cents, formatMoney } from '../../shared/lib/money.ts'
import { optionalLine } from '../../shared/lib/text.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { MoneyField, NumberField } from '../ui/number-field.tsx'
import { Column, Section } from '../ui/screen.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Money } from '../ui/words.tsx'
import css from './accounts.module.css'

const PIECES = [...BILLS, ...COINS]
const HowMany = z.int('Enter how many.').min(0, 'Enter how many, or leave it empty.').max(9999, 'At most 9,999.')

const Drawer = z.strictObject({
  float: Amount.nullable(),
  counts: z.array(HowMany.nullable()).length(PIECES.length),
  other: Amount.nullable(),
  remark: optionalLine(300),
})
type Drawer = z.input<typeof Drawer>

const countOf = ({ counts, other }: Pick<Drawer, 'counts' | 'other'>): DrawerCount => ({
  pieces: PIECES.map((value, i) => ({ value, count: counts[i] ?? 0 })).filter(({ count }) => count > 0),
  other: cents(other ?? 0),
})

/** Enter goes on to the next thing to count. */
function goOn(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
  const fields = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input')]
  const at = event.target instanceof HTMLInputElement ? fields.indexOf(event.target) : -1
  const next = fields[at + 1]
  if (at === -1 || !next) return
  event.preventDefault()
  next.focus()
  next.select()
}

/** What is in the drawer, counted piece by piece beside what should be; then the day is closed and its page printed. */
export function DrawerForm({ preview, from }: { preview: DayPreview; from: LocalDate | null }) {
  const { sums, mark } = preview
  const close = useCommand('accounts.closeDay')
  const print = useCommand('documents.openDayClosing')
  const start: Drawer = { float: sums.drawer.float, counts: PIECES.map(() => null), other: null, remark: '' }
  const form = useClinicForm({ schema: Drawer, start, keepAs: 'close the day' })
  const { float, counts, other, remark } = form.hook.getValues()
  const counted = countedOf(countOf({ counts, other }))
  const expected = cents(sums.drawer.expected - sums.drawer.float + (float ?? 0))
  const submit = form.submit(async values => {
    const row = await close.mutateAsync({ mark, from, float: values.float ?? cents(0), count: countOf(values), remark: values.remark })
    print.mutate({ closingId: row.id })
  })
  const words = 'Close the day, print summary'
  useHotkey({ keys: 'mod+enter', label: words, run: () => void submit() })
  const pieces = useRef<HTMLFieldSetElement>(null)
  useEffect(() => pieces.current?.querySelector('input')?.focus(), [])
  return (
    <Column label="Drawer" padding="narrow" className={css.drawer}>
      <form onSubmit={event => void submit(event)} noValidate>
        <Section title="Count the drawer">
          <fieldset ref={pieces} onKeyDown={goOn} className={css.group} aria-label="Bills and coins">
            <Pieces bind={form.bind} />
            <div className={css.money}>
              <span>Rolls and other</span>
              <MoneyField {...form.bind('other')} label="Rolls and other" bare />
            </div>
          </fieldset>
          <div className={css.money}>
            <span>In the drawer before</span>
            <MoneyField {...form.bind('float')} label="In the drawer before" bare />
          </div>
          <CashLines preview={preview} />
          <Outcome counted={counted} expected={expected} />
          <TextField {...form.bind('remark')} label={counted === expected ? 'Remark' : 'Why it differs'} required={counted !== expected} />
        </Section>
        <div className={css.step}>
          <Problem error={form.problem ?? print.error} />
          <Button kind="primary" size="large" type="submit" keys="mod+enter" busy={form.isBusy} wide>
            {words}
          </Button>
        </div>
        <p className={css.second}>{counted !== expected && remark === '' ? 'Say why the drawer differs, or count again. ' : ''}A closed day stays as it is.</p>
      </form>
    </Column>
  )
}

type Bind = ReturnType<typeof useClinicForm<typeof Drawer>>['bind']

function Pieces({ bind }: { bind: Bind }) {
  return (
    <div className={css.pieces}>
      {PIECES.map((value, i) => (
        <div key={value} className={css.piece}>
          <span>{pieceName(value)}</span>
          <NumberField {...bind(`counts.${i}`)} label={pieceName(value)} bare min={0} max={9999} />
        </div>
      ))}
    </div>
  )
}

function CashLines({ preview }: { preview: DayPreview }) {
  const { received, refunded, voided } = preview.sums.drawer
  const lines = [
    { words: 'Cash received', amount: received },
    { words: 'Cash given back', amount: cents(0 - refunded) },
    { words: 'Cash payments voided', amount: voided },
  ].filter(({ amount }, i) => i === 0 || amount !== 0)
  return (
    <>
      {lines.map(({ words, amount }) => (
        <div key={words} className={css.money}>
          <span>{words}</span>
          <Money cents={amount} />
        </div>
      ))}
    </>
  )
}

function Outcome({ counted, expected }: { counted: number; expected: number }) {
  const difference = cents(counted - expected)
  const words = difference === 0 ? 'As expected' : difference > 0 ? `${formatMoney(difference)} more` : `${formatMoney(cents(0 - difference))} less`
  return (
    <div role="status">
      <div className={`${css.money} ${css.total}`}>
        <span>Expected</span>
        <Money cents={cents(expected)} />
      </div>
      <div className={`${css.money} ${css.total}`}>
        <span>Counted</span>
        <Money cents={cents(counted)} />
      </div>
      <div className={`${css.money} ${difference === 0 ? '' : css.differs}`}>
        <span>Difference</span>
        <strong>{words}</strong>
      </div>
    </div>
  )
}
