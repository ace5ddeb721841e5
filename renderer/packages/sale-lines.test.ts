import { describe, expect, it } from 'vitest'
import { PackageTypeId, ProductId } from '../../shared/lib/ids.ts'
import { priced, withAdded, withQuantity } from './sale-lines.ts'

const productId = ProductId.parse('00000000-0000-4000-8000-000000000001')
const packageTypeId = PackageTypeId.parse('00000000-0000-4000-8000-000000000002')
const oil = { kind: 'product' as const, productId, quantity: 1 }
const six = { kind: 'package' as const, packageTypeId }

describe('the lines of a sale', () => {
  it('count up a product put on twice; two packages are two lines', () => {
    const lines = [oil, six, oil, six].reduce((all, item) => withAdded(all, item), withAdded([], oil))
    expect(lines).toEqual([
      { key: '1', item: { ...oil, quantity: 3 } },
      { key: '2', item: six },
      { key: '3', item: six },
    ])
  })
  it('take another quantity for products only', () => {
    expect(withQuantity({ key: '1', item: oil }, 7).item).toEqual({ ...oil, quantity: 7 })
    expect(withQuantity({ key: '1', item: six }, 7).item).toEqual(six)
  })
  it('say why they cannot be sold', () => {
    expect(priced([{ key: '1', item: oil }], { products: [], packageTypes: [], salesTax: 0 })).toEqual({
      sale: null,
      refusal: 'That product is not sold any more. Take it off the sale.',
    })
  })
})
