import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { Service } from '../../shared/practice/schema.ts'
import { ask } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { Empty, Problem } from '../ui/messages.tsx'
import { Table } from '../ui/table.tsx'
import { DateText, Money } from '../ui/words.tsx'
import { SectionFrame } from './section-frame.tsx'
import { ServicePanel } from './service-panel.tsx'
import css from './settings.module.css'

/** What the clinic charges for, and since when. A visit is charged with the fee of its own date. */
export function ServicesSection() {
  const list = useQuery(ask('practice.listServices', {}))
  const [open, setOpen] = useState<Service | 'new' | null>(null)
  const add = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      Add service
    </Button>
  )
  return (
    <SectionFrame
      title="Services and fees"
      note="One fee for everybody; what somebody pays less is a discount, given and shown at check-out. Fees are dated: a new one starts on its day and leaves older visits as they were."
      actions={add}
    >
      <Problem error={list.error} />
      {list.data?.length === 0 && <Empty title="No services yet">Add what you charge for, with its code and the fee of one unit.</Empty>}
      {list.data && list.data.length > 0 && (
        <Table
          caption="Services and fees"
          rows={list.data}
          keyOf={service => service.id}
          selectedKey={open === 'new' ? null : (open?.id ?? null)}
          onOpen={setOpen}
          height="tall"
          columns={[
            { title: 'Code', width: '88px', cell: service => service.code },
            { title: 'Service', cell: service => <ServiceName service={service} /> },
            { title: 'Since', cell: service => <Since service={service} /> },
            { title: 'Fee per unit', align: 'right', cell: service => <FeeNow service={service} /> },
          ]}
        />
      )}
      {open && <ServicePanel key={open === 'new' ? 'new' : open.id} service={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </SectionFrame>
  )
}

const feeOn = (service: Service, day: LocalDate) => service.fees.find(fee => fee.effectiveFrom <= day)

function ServiceName({ service }: { service: Service }) {
  const unit = service.isTimed ? `${service.minutesPerUnit} minutes a unit` : 'once a day'
  return (
    <>
      <div>{service.name}</div>
      <div className={css.quiet}>
        {[unit, service.modifiers.length > 0 ? `modifier ${service.modifiers.join(' ')}` : '', service.isActive ? '' : 'no longer offered']
          .filter(Boolean)
          .join(' · ')}
      </div>
    </>
  )
}

function FeeNow({ service }: { service: Service }) {
  const fee = feeOn(service, todayHere())
  return fee ? <Money cents={fee.unitFee} /> : <span className={css.dim}>Not yet</span>
}

/** Since when today's fee holds, and the next one if it is already entered. */
function Since({ service }: { service: Service }) {
  const now = feeOn(service, todayHere())
  const next = service.fees.filter(fee => fee.effectiveFrom > todayHere()).at(-1)
  return (
    <>
      <div>{now ? <DateText day={now.effectiveFrom} /> : ''}</div>
      {next && (
        <div className={css.quiet}>
          <Money cents={next.unitFee} /> from <DateText day={next.effectiveFrom} />
        </div>
      )}
    </>
  )
}
