import { useQuery } from '@tanstack/react-query'
import type { PatientId } from '../../shared/lib/ids.ts'
import { leftAndExpiry } from '../../shared/packages/words.ts'
import { ask } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import css from './package-held.module.css'

/** What packages a patient can still use, with the way to sell another or a product. */
export function PackagesHeld({ patientId }: { patientId: PatientId }) {
  const held = useQuery(ask('packages.ofPatient', { patientId })).data ?? []
  const shown = held.filter(({ state }) => state === 'usable' || state === 'unpaid')
  return (
    <div className={css.row}>
      <ul className={css.held} aria-label="Packages">
        {shown.map(one => (
          <li key={one.id}>
            <b>{one.patientId === patientId ? one.name : `${one.name} of ${one.patientName}`}</b>: {leftAndExpiry(one)}
            {one.state === 'unpaid' && ' · not paid in full'}
          </li>
        ))}
      </ul>
      <ButtonLink to="/billing/packages" search={{ sell: patientId }} size="small" icon="plus">
        Sell
      </ButtonLink>
    </div>
  )
}
