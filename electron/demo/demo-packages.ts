import { PaymentFields } from '../../shared/billing/schema.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { type LocalDate, localDateTime } from '../../shared/lib/dates.ts'
import type { PackageId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import type { Stage } from './demo-stage.ts'
import type { Role } from './demo-visits.ts'

/** How many of the last visits of a patient with a package are taken from it: half of it. */
const TAKEN = 3

const sold = { monthsValid: 6, isShared: false, isActive: true }
const PACKAGES: readonly Input<'packages.saveType'>['fields'][] = [
  { ...sold, name: 'Six visits', counts: 'visits', amount: 6, price: cents(72_000) },
  { ...sold, name: 'Ten visits, family', counts: 'visits', amount: 10, price: cents(115_000), monthsValid: 12, isShared: true },
]
const PRODUCTS: readonly Input<'practice.saveProduct'>['fields'][] = [
  { name: 'Massage lotion, 8 oz', price: cents(1800), isTaxable: true, isActive: true },
  { name: 'Heat wrap for the neck', price: cents(3250), isTaxable: true, isActive: true },
]

/** Plans what is sold at the desk, from a morning on, and one product sold today. Montana has no sales tax. */
export function planShop(stage: Stage, roles: readonly Role[], from: LocalDate) {
  const { request, today } = stage
  stage.plan(localDateTime(`${from}T07:35`), () => {
    for (const fields of PACKAGES) request('packages.saveType', { id: null, fields })
    for (const fields of PRODUCTS) request('practice.saveProduct', { id: null, fields })
  })
  stage.plan(localDateTime(`${today}T11:20`), () => {
    const buyer = roles.find(({ person }) => person.name[1] === 'Brandt')
    const [, wrap] = request('practice.listProducts', {})
    if (!buyer || !wrap) throw new Error('Nobody buys a heat wrap in the demo clinic.')
    const items = [{ kind: 'product' as const, productId: wrap.id, quantity: 1 }]
    request('billing.sell', { patientId: buyer.records().patientId, items, payment: byCard(wrap.price) })
  })
}

const byCard = (amount: number) => ({ amount: PaymentFields.shape.amount.parse(amount), method: 'card' as const, reference: '' })

/** The package that pays a visit of somebody with one, bought at the first of the last visits; null for everybody else. */
export function packageFor({ request }: Stage, { person, records }: Role, index: number): PackageId | null {
  if (!person.package || index < person.done - TAKEN) return null
  const { patientId } = records()
  if (index === person.done - TAKEN) {
    const [six] = request('packages.listTypes', {})
    if (!six) throw new Error('The demo clinic sells no package.')
    request('billing.sell', { patientId, items: [{ kind: 'package', packageTypeId: six.id }], payment: byCard(six.price) })
  }
  return request('packages.ofPatient', { patientId })[0]?.id ?? null
}
