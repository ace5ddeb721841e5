import type { Letter } from '../../shared/documents/schema.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { ButtonLink, TextLink } from '../lib/links.tsx'
import { ActionMenu } from '../ui/action-menu.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Icon } from '../ui/icons.tsx'
import { Problem } from '../ui/messages.tsx'
import { PaperView } from '../ui/paper-view.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { MomentText } from '../ui/words.tsx'
import { KINDS } from './letter-kinds.ts'
import { LetterSections } from './letter-sections.tsx'
import css from './letters.module.css'
import { useLetter, type WritingLetter } from './use-letter.ts'

function Remarks({ letter }: { letter: Letter }) {
  if (letter.remarks.length === 0) return null
  return (
    <ul className={css.remarks} aria-label="Before signing">
      {letter.remarks.map(({ sentence, blocks }) => (
        <li key={sentence} className={cx(css.remark, blocks && css.blocks)}>
          <Icon name={blocks ? 'never' : 'warning'} />
          <span>
            {blocks && <b>Before signing: </b>}
            {sentence}
          </span>
          {blocks && /episode|visit/.test(sentence) && (
            <ButtonLink size="small" to="/episodes/$episodeId" params={{ episodeId: letter.episodeId }}>
              Open episode
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  )
}

function Footer({ letter, writing }: { letter: Letter; writing: WritingLetter }) {
  const isBlocked = letter.remarks.some(remark => remark.blocks)
  const sign = () => !isBlocked && !writing.isSigning && writing.sign()
  useHotkey({ keys: 'mod+enter', label: 'Sign letter', run: sign })
  return (
    <>
      <Button kind="primary" size="large" keys="mod+enter" busy={writing.isSigning} disabled={isBlocked} onClick={sign}>
        Sign letter
      </Button>
      <Button size="large" icon="repeat" busy={writing.isRefilling} onClick={writing.fillAnew}>
        Fill anew from the records
      </Button>
      <ActionMenu label="More for this letter" actions={[{ words: 'Discard draft', run: writing.throwAway }]} />
      <p className={css.saved} role="status">
        {writing.isSaving ? (
          'Saving…'
        ) : (
          <>
            Draft saved <MomentText at={writing.savedAt} />. Signing freezes it.
          </>
        )}
      </p>
    </>
  )
}

/** Left the sentences of the letter, right the paper as it will be sent; it saves itself, and signing freezes it. */
export function LetterComposer({ letter }: { letter: Letter }) {
  const writing = useLetter(letter)
  const title = KINDS.find(kind => kind.value === writing.wording.kind)?.label ?? 'Letter'
  return (
    <Screen
      title={`${title} about ${letter.patientName}`}
      note={
        <>
          {letter.condition} · {letter.toName ? `to ${letter.toName}` : 'nobody to write to yet'}
          {letter.replaces && ` · corrects version ${letter.replaces.version}: ${letter.replaces.reason}`}
        </>
      }
      actions={
        <TextLink to="/patients/$patientId" params={{ patientId: letter.patientId }}>
          Open chart
        </TextLink>
      }
      footer={<Footer letter={letter} writing={writing} />}
      ground="surface"
    >
      <Columns template="minmax(400px, 46%) minmax(0, 1fr)">
        <Column label="Wording" ground="surface">
          <Problem error={writing.error} />
          <Remarks letter={letter} />
          {!letter.replaces && (
            <SelectField
              label="Kind of letter"
              value={writing.wording.kind}
              onChange={writing.startOther}
              choices={KINDS}
              hint="Another kind begins as its own draft; this one stays."
              className={css.kindField}
            />
          )}
          <LetterSections writing={writing} />
        </Column>
        <Column label="Preview" ground="sunken" readOnly>
          <div className={css.desk}>
            <PaperView path={letter.path} label={title} />
          </div>
        </Column>
      </Columns>
    </Screen>
  )
}
