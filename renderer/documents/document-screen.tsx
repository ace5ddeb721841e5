import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ask } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Column, Screen } from '../ui/screen.tsx'
import { DocumentView } from './document-view.tsx'

const route = getRouteApi('/documents/$documentId')

/** A paper that was issued: as it was printed, and what can be done with it. */
export function DocumentScreen() {
  const { documentId } = route.useParams()
  const document = useQuery(ask('documents.get', { documentId }))
  if (document.data) return <DocumentView key={documentId} document={document.data} />
  return (
    <Screen title="Document">
      <Column label="Document">
        {document.error ? (
          <Problem
            error={document.error}
            action={
              <ButtonLink size="small" to="/patients">
                Find the patient
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
