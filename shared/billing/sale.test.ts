import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PackageTypeId, ProductId } from '../lib/ids.ts'
import { cents } from '../lib/money.ts'
import { type OnSale, priceSale } from './sale.ts'
import { taxOnLine } from './tax.ts'

const id = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
const oil = { id: ProductId.parse(id(1)), name: 'Arnica oil', price: cents(1899), isTaxable: true, isActive: true }
const bread = { id: ProductId.parse(id(2)), name: 'Heat wrap', price: cents(2500), isTaxable: false, isActive: true }
const gone = { id: ProductId.parse(id(3)), name: 'Old roller', price: cents(900), isTaxable: true, isActive: false }
const six = { id: PackageTypeId.parse(id(4)), name: 'Six visits', price: cents(40_000), isActive: true }
const onSale: OnSale = {
  products: [oil, bread, gone],
  packageTypes: [six, { ...six, id: PackageTypeId.parse(id(5)), name: 'Old six', isActive: false }],
  salesTax: 8310,
}
const product = (of: { id: ProductId }, quantity = 1) => ({ kind: 'product' as const, productId: of.id, quantity })

describe('a sale', () => {
  it('taxes each line of taxable products for itself, and neither other products nor packages', () => {
    expect(priceSale([product(oil, 3), product(bread, 2), { kind: 'package', packageTypeId: six.id }], onSale)).toEqual({
      items: [
        { kind: 'product', productId: oil.id, name: 'Arnica oil', quantity: 3, unitPrice: 1899, amount: 5697, tax: 473 },
        { kind: 'product', productId: bread.id, name: 'Heat wrap', quantity: 2, unitPrice: 2500, amount: 5000, tax: 0 },
        { kind: 'package', productId: null, name: 'Six visits', quantity: 1, unitPrice: 40_000, amount: 40_000, tax: 0 },
      ],
      goods: 50_697,
      tax: 473,
      total: 51_170,
    })
  })
  it.each([
    [1000, 6250, 63],
    [40, 6250, 3],
    [8, 6250, 1],
    [7, 6250, 0],
    [1899, 0, 0],
    [100_000_000, 100_000, 100_000_000],
  ])('%i cents at %i thousandths of a percent: %i cents of tax, rounded half up', (amount, rate, tax) => {
    expect(taxOnLine(cents(amount), { isTaxable: true, rate })).toBe(tax)
    expect(taxOnLine(cents(amount), { isTaxable: false, rate })).toBe(0)
  })
  it('refuses what is not sold any more, and more than a million dollars', () => {
    expect(() => priceSale([product(gone)], onSale)).toThrow('Old roller is not sold any more. Take it off the sale.')
    expect(() => priceSale([{ kind: 'package', packageTypeId: PackageTypeId.parse(id(5)) }], onSale)).toThrow('Old six is not sold any more.')
    expect(() => priceSale([product({ id: ProductId.parse(id(9)) })], onSale)).toThrow('That product is not sold any more.')
    const dear = { ...onSale, products: [{ ...oil, price: cents(1_000_000) }] }
    expect(() => priceSale([product(oil, 999)], dear)).toThrow('This comes to more than $1,000,000. Sell less at once.')
  })
  it('adds up, whatever is sold', () => {
    const line = fc.record({ price: fc.integer({ min: 0, max: 100_000 }), quantity: fc.integer({ min: 1, max: 9 }), isTaxable: fc.boolean() })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 100_000 }), (lines, salesTax) => {
        const products = lines.map(({ price, isTaxable }, index) => ({ ...oil, id: ProductId.parse(id(index)), price: cents(price), isTaxable }))
        const sold = priceSale(
          lines.map(({ quantity }, index) => ({ kind: 'product' as const, productId: ProductId.parse(id(index)), quantity })),
          { products, packageTypes: [], salesTax },
        )
        expect(sold.total).toBe(sold.items.reduce((sum, item) => sum + item.unitPrice * item.quantity + item.tax, 0))
        expect(sold.goods + sold.tax).toBe(sold.total)
      }),
    )
  })
})
