import { DomainError } from '../lib/errors.ts'
import type { PackageTypeId, ProductId } from '../lib/ids.ts'
import { Cents, cents, sumCents, timesUnits } from '../lib/money.ts'
import type { InvoiceItem, SaleItem } from './schema.ts'
import { taxOnLine } from './tax.ts'

/** What the clinic sells, and its sales tax in thousandths of a percent. */
export type OnSale = {
  readonly products: readonly {
    readonly id: ProductId
    readonly name: string
    readonly price: Cents
    readonly isTaxable: boolean
    readonly isActive: boolean
  }[]
  readonly packageTypes: readonly { readonly id: PackageTypeId; readonly name: string; readonly price: Cents; readonly isActive: boolean }[]
  readonly salesTax: number
}

/** What a sale comes to: its items as the invoice keeps them, in the order sold. */
export type Sale = { readonly items: readonly InvoiceItem[]; readonly goods: Cents; readonly tax: Cents; readonly total: Cents }

/** Prices a sale. Throws `rule_broken` for what is not sold any more, and for more than $1,000,000. */
export function priceSale(sold: readonly SaleItem[], onSale: OnSale): Sale {
  const items = sold.map(item => (item.kind === 'product' ? productItem(item, onSale) : packageItem(item, onSale)))
  const goods = items.reduce((sum, { amount }) => sum + amount, 0)
  const tax = items.reduce((sum, item) => sum + item.tax, 0)
  if (!Cents.safeParse(goods + tax).success) throw new DomainError('rule_broken', 'This comes to more than $1,000,000. Sell less at once.')
  return { items, goods: cents(goods), tax: cents(tax), total: cents(goods + tax) }
}

type Of<Kind> = Extract<SaleItem, { kind: Kind }>

function productItem({ productId, quantity }: Of<'product'>, { products, salesTax }: OnSale): InvoiceItem {
  const product = products.find(({ id }) => id === productId)
  if (!product?.isActive) throw new DomainError('rule_broken', `${product?.name ?? 'That product'} is not sold any more. Take it off the sale.`)
  const amount = timesUnits(product.price, quantity)
  const tax = taxOnLine(amount, { isTaxable: product.isTaxable, rate: salesTax })
  return { kind: 'product', productId, name: product.name, quantity, unitPrice: product.price, amount, tax }
}

function packageItem({ packageTypeId }: Of<'package'>, { packageTypes }: OnSale): InvoiceItem {
  const type = packageTypes.find(({ id }) => id === packageTypeId)
  if (!type?.isActive) throw new DomainError('rule_broken', `${type?.name ?? 'That package'} is not sold any more. Take it off the sale.`)
  return { kind: 'package', productId: null, name: type.name, quantity: 1, unitPrice: type.price, amount: type.price, tax: sumCents([]) }
}
