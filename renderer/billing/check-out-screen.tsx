import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ask } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Column, Screen } from '../ui/screen.tsx'
import { CheckOutView } from './check-out-view.tsx'

const route = getRouteApi('/checkout/$appointmentId')

/** The end of a visit: what is charged and why, what an insurer would object to, the payment, the papers, the next visit. */
export function CheckOutScreen() {
  const { appointmentId } = route.useParams()
  const preview = useQuery(ask('billing.previewCheckOut', { appointmentId }))
  if (preview.data) return <CheckOutView key={appointmentId} preview={preview.data} />
  return (
    <Screen title="Check out">
      <Column label="Check-out">
        {preview.error ? (
          <Problem
            error={preview.error}
            action={
              <ButtonLink size="small" to="/today">
                Back to Today
              </ButtonLink>
            }
          />
        ) : (
          <Waiting />
        )}
      </Column>
    </Screen>
  )
}
