import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ask } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Column, Screen } from '../ui/screen.tsx'
import { EstimateComposer } from './estimate-composer.tsx'

const route = getRouteApi('/estimates/$patientId')

/** A patient’s good faith estimate, filled in beside the paper as it will print. */
export function EstimateScreen() {
  const { patientId } = route.useParams()
  const sheet = useQuery(ask('estimates.getFor', { patientId }))
  if (sheet.data) return <EstimateComposer key={patientId} sheet={sheet.data} />
  return (
    <Screen title="Good faith estimate">
      <Column label="Good faith estimate">
        {sheet.error ? (
          <Problem
            error={sheet.error}
            action={
              <ButtonLink size="small" to="/estimates">
                All estimates
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
