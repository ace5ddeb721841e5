import { type OnSale, priceSale, type Sale } from '../../shared/billing/sale.ts'
import type { SaleItem } from '../../shared/billing/schema.ts'
import { DomainError } from '../../shared/lib/errors.ts'

/** What is put on a sale, in the order added. `key` tells two of the same package apart. */
export type SaleLine = { readonly key: string; readonly item: SaleItem }

/** The lines with one more: another of a product already there counts it up, a package is a line of its own. */
export function withAdded(lines: readonly SaleLine[], item: SaleItem): SaleLine[] {
  const isSame = (line: SaleLine) => item.kind === 'product' && line.item.kind === 'product' && line.item.productId === item.productId
  if (lines.some(isSame))
    return lines.map(line => (isSame(line) && line.item.kind === 'product' ? withQuantity(line, Math.min(999, line.item.quantity + 1)) : line))
  const last = Math.max(0, ...lines.map(({ key }) => Number(key)))
  return [...lines, { key: String(last + 1), item }]
}

/** A line with another quantity; a package stays as it is. */
export function withQuantity(line: SaleLine, quantity: number): SaleLine {
  return line.item.kind === 'product' ? { ...line, item: { ...line.item, quantity } } : line
}

/** What the sale comes to, or why it cannot be sold so. */
export function priced(lines: readonly SaleLine[], onSale: OnSale): { sale: Sale | null; refusal: string | null } {
  try {
    return {
      sale: priceSale(
        lines.map(({ item }) => item),
        onSale,
      ),
      refusal: null,
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { sale: null, refusal: error.message }
  }
}
