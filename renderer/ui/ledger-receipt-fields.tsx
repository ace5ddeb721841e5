import { DateField } from './date-field.tsx'
import { TextField } from './text-field.tsx'

type Received = { readonly reference: string; readonly paidOn: string | null }

type ReceiptFieldsProps = Received & {
  onChange: (patch: Partial<Received>) => void
  /** Why the records refused the payment, by field. */
  refused: Readonly<Record<string, string>> | undefined
}

/** By which number a payment is found again (a check, a terminal), and on which day it came in. */
export function ReceiptFields({ reference, paidOn, onChange, refused }: ReceiptFieldsProps) {
  return (
    <>
      <TextField
        label="Reference"
        required={false}
        value={reference}
        onChange={typed => onChange({ reference: typed })}
        maxLength={60}
        error={refused?.['payment.reference']}
      />
      <DateField label="Paid on" value={paidOn} onChange={day => onChange({ paidOn: day })} error={refused?.paidOn} />
    </>
  )
}
