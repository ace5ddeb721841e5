import { useQuery } from '@tanstack/react-query'
import type { SignedNote } from '../../shared/documents/visit-note-source.ts'
import { ask } from '../lib/api.ts'
import { Status } from '../ui/chip.tsx'
import { Problem } from '../ui/messages.tsx'
import { MomentText } from '../ui/words.tsx'
import css from './signed-screen.module.css'

/** `3f9a 1c2b 77d0`: the beginning of a hash, to be compared by eye with the one on paper. */
const short = (hash: string) => hash.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ')

/** Who signed, when, the signature as drawn, and whether every word still is what was signed. */
export function Signature({ note: { id, signature } }: { note: SignedNote }) {
  const check = useQuery(ask('notes.checkSignature', { noteId: id }))
  const by = [signature.name, signature.credentials].filter(Boolean).join(', ')
  return (
    <section className={css.signature} aria-label="Signature">
      {signature.drawn !== '' && (
        <svg className={css.drawn} viewBox="0 0 600 160" role="img" aria-label={`Signature of ${signature.name}`}>
          <path d={signature.drawn} />
        </svg>
      )}
      <p>
        Signed by <b>{by}</b>, <MomentText at={signature.signedAt} />. A signed note does not change; what is missing is added below it.
      </p>
      {check.data && !check.data.isIntact && <Problem error={{ message: check.data.sentence }} />}
      <details className={css.seal}>
        <summary>
          Fingerprint <span className={css.hash}>{short(signature.contentHash)}</span>
          {check.data?.isIntact && <Status icon="check">unchanged</Status>}
        </summary>
        {check.data && <p>{check.data.sentence}</p>}
        <p className={css.full}>{signature.contentHash}</p>
      </details>
    </section>
  )
}
