import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ask } from '../lib/api.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Column, Screen } from '../ui/screen.tsx'
import { DocumentView } from './document-view.tsx'
import { LetterComposer } from './letter-composer.tsx'

const route = getRouteApi('/letters/$letterId')

/** A letter to the prescriber: written beside its live preview, and once signed the paper itself. */
export function LetterScreen() {
  const { letterId } = route.useParams()
  const letter = useQuery(ask('documents.getLetter', { letterId }))
  if (letter.data?.document)
    return <DocumentView key={letterId} document={letter.data.document} note={`Signed. Print it and send it to ${letter.data.toName || 'the physician'}.`} />
  if (letter.data) return <LetterComposer key={letterId} letter={letter.data} />
  return (
    <Screen title="Letter">
      <Column label="Letter">
        {letter.error ? (
          <Problem
            error={letter.error}
            action={
              <ButtonLink size="small" to="/letters">
                All letters
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
