import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { LocalDate } from '../../shared/lib/dates.ts'
import { ask } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { Icon } from '../ui/icons.tsx'
import { DateText } from '../ui/words.tsx'
import type { RegistrationForm } from './registration.ts'
import css from './sheet.module.css'

/** People on file who may be the one being registered, so that nobody gets two charts. */
export function LikePatients({ form }: { form: RegistrationForm }) {
  const firstName = useDeferredValue(form.bind('fields.firstName').value)
  const lastName = useDeferredValue(form.bind('fields.lastName').value)
  const phone = useDeferredValue(form.bind('fields.phone').value)
  const bornOn = useDeferredValue(LocalDate.safeParse(form.bind('fields.bornOn').value).data ?? null)
  const isTold = phone !== '' || (lastName !== '' && (firstName !== '' || bornOn !== null))
  const like = useQuery({ ...ask('patients.findLike', { firstName, lastName, bornOn, phone }), enabled: isTold, placeholderData: keepPreviousData })
  const found = isTold ? (like.data ?? []) : []
  return (
    <div role="status">
      {found.length === 0 ? (
        <p className={css.quiet}>If somebody like this is registered already, they stand here while you type.</p>
      ) : (
        <>
          <p className={css.warning}>
            <Icon name="warning" size={18} />
            <b>{found.length === 1 ? 'Registered already?' : `Registered already? ${found.length} are alike.`}</b>
          </p>
          <ul>
            {found.map(row => (
              <li key={row.id} className={css.like}>
                <b>{row.name}</b>
                <p className={css.quiet}>
                  Born <DateText day={row.bornOn} /> · {row.chartNumber}
                  {row.isArchived && ' · archived'}
                </p>
                {row.phone && <p className={css.quiet}>{row.phone}</p>}
                <p className={css.quiet}>
                  {row.lastVisitOn ? (
                    <>
                      Last visit <DateText day={row.lastVisitOn} />
                    </>
                  ) : (
                    'No visit yet'
                  )}
                </p>
                <TextLink to="/patients/$patientId" params={{ patientId: row.id }} aria-label={`Open that chart: ${row.name}`}>
                  Open that chart
                </TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
