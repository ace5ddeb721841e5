import { formatMoney } from '../../shared/lib/money.ts'
import type { SoldPackage } from '../../shared/packages/schema.ts'
import { Status } from '../ui/chip.tsx'
import { DateText } from '../ui/words.tsx'

/** How a package stands, in words. */
export function StateOf({ one }: { one: SoldPackage }) {
  switch (one.state) {
    case 'usable':
      return one.expiresSoon ? (
        <Status icon="warning" tone="act">
          Expires soon
        </Status>
      ) : (
        <Status icon="check">Can be used</Status>
      )
    case 'unpaid':
      return (
        <Status icon="ring" tone="act">
          {formatMoney(one.owed)} owed
        </Status>
      )
    case 'used-up':
      return <Status icon="dot">Used up</Status>
    case 'expired':
      return (
        <Status icon="clock" tone="over">
          Expired
        </Status>
      )
    case 'ended':
      return (
        <Status icon="cancelled" tone="over">
          Credited
        </Status>
      )
    case 'upgraded':
      return <Status icon="up">Upgraded</Status>
    case 'void':
      return (
        <Status icon="cancelled" tone="over">
          Void
        </Status>
      )
  }
}

/** The last day of a package. */
export function LastDay({ one }: { one: SoldPackage }) {
  return one.expiresOn === null ? <>Never</> : <DateText day={one.expiresOn} form="short" />
}
