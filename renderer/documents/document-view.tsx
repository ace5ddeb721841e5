import { useState } from 'react'
import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { formatDate, formatTime, wallTimeOf } from '../../shared/lib/dates.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { TextLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { ClaimFormPrint } from '../ui/claim-form-print.tsx'
import { clinicTimeZone } from '../ui/clock.ts'
import { Problem } from '../ui/messages.tsx'
import { PaperView } from '../ui/paper-view.tsx'
import { Column, Columns, Facts, Screen, Section } from '../ui/screen.tsx'
import { DateText, Money } from '../ui/words.tsx'
import { Correction } from './correction.tsx'
import { numberInWords, rangeInWords } from './document-words.ts'
import css from './documents.module.css'
import { LetterCorrection } from './letter-correction.tsx'
import { LetterTrail } from './letter-trail.tsx'
import { PapersOfPatient } from './papers-of-patient.tsx'

function About({ document, pages }: { document: IssuedDocument; pages: number }) {
  const { patientId, patientName, issuedAt, issuedOn, total, version, replacesVersion, replacedBy, reason } = document
  const facts = [
    [
      'Patient',
      <TextLink key="patient" to="/patients/$patientId" params={{ patientId }} search={{ tab: 'documents' }}>
        {patientName}
      </TextLink>,
    ],
    ...(rangeInWords(document) ? ([['For', rangeInWords(document)]] as const) : []),
    ['Issued', `${formatDate(issuedOn)}, ${formatTime(wallTimeOf(issuedAt, clinicTimeZone()))}`],
    ['Version', replacesVersion === null ? version : `${version}, replaces version ${replacesVersion}`],
    ...(reason ? ([['Reason', reason]] as const) : []),
    ...(total === null ? [] : ([['Total', <Money key="total" cents={total} />]] as const)),
    ['Pages', pages === 0 ? '' : pages],
    ...(replacedBy === null
      ? []
      : ([
          [
            'Replaced by',
            <TextLink key="by" to="/documents/$documentId" params={{ documentId: replacedBy }}>
              The newer version
            </TextLink>,
          ],
        ] as const)),
  ] as const
  return <Facts facts={facts} />
}

function keptWords({ kind, version }: IssuedDocument): string {
  if (kind === 'superbill') return `It is kept as it was issued. A correction becomes version ${version + 1}.`
  if (kind === 'progress-letter') return `It is kept as it was signed. A correction becomes version ${version + 1}.`
  return 'It is kept as it was made. Changes in the records make a new paper.'
}

/** One issued paper, all pages, with what it is at its side. It never changes; a correction is a new version. */
export function DocumentView({ document, note }: { document: IssuedDocument; note?: string }) {
  const open = useCommand('documents.open')
  const save = useCommand('documents.saveAs')
  const [pages, setPages] = useState(0)
  const print = () => open.mutate({ documentId: document.id })
  useHotkey({ keys: 'mod+enter', label: 'Print', run: print })
  useHotkey({ keys: 'alt+s', label: 'Save as PDF', run: () => save.mutate({ documentId: document.id }) })
  return (
    <Screen
      title={`${document.title} ${numberInWords(document)}`}
      note={
        <>
          {document.patientName} · <DateText day={document.issuedOn} />
          {document.replacedBy !== null && <b className={css.replaced}> · replaced by a newer version</b>}
        </>
      }
      actions={
        <>
          <Button icon="save" keys="alt+s" busy={save.isPending} onClick={() => save.mutate({ documentId: document.id })}>
            Save as PDF
          </Button>
          <Button kind="primary" icon="printer" keys="mod+enter" busy={open.isPending} onClick={print}>
            Print
          </Button>
        </>
      }
    >
      <Columns template="minmax(0, 1fr) clamp(300px, 28%, 372px)">
        <Column label="The paper" ground="sunken" readOnly>
          <div className={css.desk}>
            <PaperView path={document.path} label={`${document.title} ${document.number}`} onPages={setPages} />
          </div>
        </Column>
        <Column label="About this paper" ground="surface" padding="narrow">
          <Problem error={open.error ?? save.error} />
          {note && <p className={css.said}>{note}</p>}
          {open.isSuccess && <p className={css.said}>Opened in the system’s viewer. Print it there.</p>}
          {save.data && <p className={css.said}>Saved as {save.data.path}</p>}
          <Section title="About this paper">
            <About document={document} pages={pages} />
            <p className={css.kept}>{keptWords(document)}</p>
          </Section>
          {document.kind === 'claim-form' && (
            <Section title="Print this claim">
              <ClaimFormPrint paper={document} />
            </Section>
          )}
          <LetterTrail document={document} />
          {document.kind === 'progress-letter' && document.replacedBy === null && <LetterCorrection document={document} />}
          {document.kind === 'superbill' && document.replacedBy === null && <Correction document={document} />}
          <PapersOfPatient document={document} />
        </Column>
      </Columns>
    </Screen>
  )
}
