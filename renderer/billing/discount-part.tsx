import { type ReactNode, useState } from 'react'
import type { CheckOutPreview, UsablePackage } from '../../shared/billing/schema.ts'
import { type Cents, cents } from '../../shared/lib/money.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { TextLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Money } from '../ui/words.tsx'
import { DiscountPanel } from './discount-panel.tsx'
import css from './discount-part.module.css'
import type { Settling } from './use-check-out.ts'

type RowProps = { words: ReactNode; detail?: string; amount?: Cents; action?: ReactNode }

/** A row of what is due: its words and their way back; at the right an amount, or what can be done. */
function Row({ words, detail, amount, action }: RowProps) {
  return (
    <li className={css.row}>
      <span className={css.words}>
        {words}
        {amount !== undefined && action}
        {detail && <span className={css.detail}>{detail}</span>}
      </span>
      {amount === undefined ? <span className={css.action}>{action}</span> : <Money cents={amount} />}
    </li>
  )
}

function Remove({ what, onRemove }: { what: string; onRemove: () => void }) {
  return (
    <Button kind="text" size="small" label={`Remove ${what}`} onClick={onRemove}>
      Remove
    </Button>
  )
}

/** A package the visit can be taken from: one key for the first of them, else its reason why not. */
function Offer({ offer, isFirst, onUse }: { offer: UsablePackage; isFirst: boolean; onUse: () => void }) {
  const { name, words, ownerName, obstacle } = offer
  useHotkey({ keys: 'alt+v', label: `Take the visit from ${name}`, run: onUse, enabled: isFirst })
  const detail = obstacle ?? [ownerName && `of ${ownerName}`, words].filter(Boolean).join(' · ')
  return (
    <Row
      words={name}
      detail={detail}
      action={
        obstacle === null && (
          <Button kind="text" size="small" {...(isFirst && { keys: 'alt+v' })} onClick={onUse}>
            Use <span className={css.unseen}>{name}</span>
          </Button>
        )
      }
    />
  )
}

/** What is taken off the fee at the desk, each with its way back. */
function Taken({ settling }: { settling: Settling }) {
  const { used, packageValue, packageDiscount, discount, reason, credit, takePackage, giveDiscount, takeCredit } = settling
  return (
    <>
      {used && (
        <Row
          words={used.name}
          detail={`then ${used.left}`}
          amount={cents(0 - packageValue)}
          action={<Remove what={used.name} onRemove={() => takePackage(null)} />}
        />
      )}
      {used && packageDiscount > 0 && <Row words="Package price" amount={cents(0 - packageDiscount)} />}
      {discount > 0 && <Row words={reason} amount={cents(0 - discount)} action={<Remove what={reason} onRemove={() => giveDiscount(null)} />} />}
      {credit > 0 && <Row words="Credit" amount={cents(0 - credit)} action={<Remove what="credit" onRemove={() => takeCredit(false)} />} />}
    </>
  )
}

function Offers({ preview, settling }: { preview: CheckOutPreview; settling: Settling }) {
  const { packages, credit } = preview
  const { used, discount, due, takePackage, giveDiscount, takeCredit, usesCredit } = settling
  const [isTyping, setTyping] = useState(false)
  const offered = used ? [] : packages
  const canDiscount = discount === 0 && due > 0
  useHotkey({ keys: 'alt+d', label: 'Give a discount', run: () => setTyping(true), enabled: canDiscount && !isTyping })
  return (
    <>
      {offered.map((offer, place) => (
        <Offer key={offer.id} offer={offer} isFirst={place === 0 && offer.obstacle === null} onUse={() => takePackage(offer.id)} />
      ))}
      {credit > 0 && !usesCredit && due > 0 && (
        <Row
          words={
            <>
              Credit on account <Money cents={credit} />
            </>
          }
          action={
            <Button kind="text" size="small" label="Use credit" onClick={() => takeCredit(true)}>
              Use
            </Button>
          }
        />
      )}
      {canDiscount && (
        <Row
          words="Discount"
          action={
            <Button kind="text" size="small" keys="alt+d" onClick={() => setTyping(true)}>
              Add <span className={css.unseen}>discount</span>
            </Button>
          }
        />
      )}
      {isTyping && (
        <DiscountPanel appointmentId={preview.appointment.id} most={due} offered={preview.discount} onGive={giveDiscount} onClose={() => setTyping(false)} />
      )}
    </>
  )
}

/** From the full fee to what is due today: package, discount and credit, offered and taken. */
export function Total({ preview, settling }: { preview: CheckOutPreview; settling: Settling }) {
  const { header, total } = preview
  const isReduced = settling.due < total
  return (
    <div>
      <ul className={css.rows} aria-label="What is due">
        {header.balance > 0 && (
          <Row
            words={
              <TextLink to="/patients/$patientId" params={{ patientId: header.id }} search={{ tab: 'billing' }}>
                Open from before
              </TextLink>
            }
            amount={cents(header.balance)}
          />
        )}
        {isReduced && <Row words="Full fee" amount={total} />}
        <Taken settling={settling} />
        <Offers preview={preview} settling={settling} />
      </ul>
      <p className={css.due}>
        <span>Due today</span>
        <b>
          <Money cents={settling.due} />
        </b>
      </p>
    </div>
  )
}
