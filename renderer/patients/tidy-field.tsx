import type { ComponentProps } from 'react'
import { TextField } from '../ui/text-field.tsx'

/** A line that is written as the clinic writes it once one leaves it; while one types, nothing moves. */
export function TidyField({ tidy, ...field }: ComponentProps<typeof TextField> & { tidy: (typed: string) => string }) {
  const leave = () => {
    const tidied = tidy(field.value)
    if (tidied !== field.value) field.onChange(tidied)
    field.onBlur?.()
  }
  return <TextField {...field} onBlur={leave} />
}
