import { useQuery } from '@tanstack/react-query'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { ask } from '../lib/api.ts'
import { TextLink } from '../lib/links.tsx'
import { cx } from '../ui/cx.ts'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { DateText } from '../ui/words.tsx'
import { numberInWords, rangeInWords } from './document-words.ts'
import css from './documents.module.css'

/** Every paper of the same patient, newest first; the one shown is marked. */
export function PapersOfPatient({ document }: { document: IssuedDocument }) {
  const papers = useQuery(ask('documents.list', { patientId: document.patientId }))
  return (
    <Section title={`Papers of ${document.patientName}`}>
      <Problem error={papers.error} />
      <ul className={css.papers}>
        {papers.data?.map(paper => (
          <li key={paper.id} className={cx(paper.id === document.id && css.current, paper.replacedBy !== null && css.old)}>
            <TextLink to="/documents/$documentId" params={{ documentId: paper.id }} aria-current={paper.id === document.id ? 'page' : undefined}>
              {paper.title} {numberInWords(paper)}
            </TextLink>
            <span className={css.detail}>
              {rangeInWords(paper) || <DateText day={paper.issuedOn} />}
              {paper.replacedBy !== null && ' · replaced'}
              {paper.sentWords && ` · ${paper.sentWords.charAt(0).toLowerCase()}${paper.sentWords.slice(1)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
