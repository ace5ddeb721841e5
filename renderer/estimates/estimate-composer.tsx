import type { EstimateSheet } from '../../shared/estimates/schema.ts'
import { useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { TextLink } from '../lib/links.tsx'
import { ActionMenu } from '../ui/action-menu.tsx'
import { Button } from '../ui/button.tsx'
import { EstimateQuestion } from '../ui/estimate-question.tsx'
import { Icon } from '../ui/icons.tsx'
import { Problem } from '../ui/messages.tsx'
import { PaperView } from '../ui/paper-view.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { DateText, Money } from '../ui/words.tsx'
import { EstimateForm } from './estimate-form.tsx'
import css from './estimates.module.css'
import { type FillingEstimate, useEstimate } from './use-estimate.ts'

/** Left what is expected, right the paper as it will print; it keeps itself, and giving it freezes it. */
export function EstimateComposer({ sheet }: { sheet: EstimateSheet }) {
  const filling = useEstimate(sheet)
  const { patientId, patientName, expected, path } = sheet
  return (
    <Screen
      title={`Good faith estimate for ${patientName}`}
      note={expected !== null && <Money cents={expected} />}
      actions={
        <>
          <TextLink to="/estimates">All estimates</TextLink>
          <TextLink to="/patients/$patientId" params={{ patientId }}>
            Open chart
          </TextLink>
        </>
      }
      footer={<Footer sheet={sheet} filling={filling} />}
      ground="surface"
    >
      <Columns template="minmax(420px, 46%) minmax(0, 1fr)">
        <Column label="What is expected" ground="surface">
          <Problem error={filling.error} />
          <Standing sheet={sheet} />
          <EstimateForm sheet={sheet} filling={filling} />
        </Column>
        <Column label="Preview" ground="sunken" readOnly>
          <div className={css.desk}>
            <PaperView path={path} label="Good faith estimate" />
          </div>
        </Column>
      </Columns>
    </Screen>
  )
}

/** Whether one is due and why, the question that decides it, what changed, and what to see to first. */
function Standing({ sheet: { patientId, standing, changes, given, remarks } }: { sheet: EstimateSheet }) {
  const [newest] = given
  return (
    <div className={css.standing}>
      <p>
        {standing.dueOn !== null && (
          <b>
            Due <DateText day={standing.dueOn} />.{' '}
          </b>
        )}
        {standing.sentence}
      </p>
      <EstimateQuestion patientId={patientId} standing={standing} />
      {newest && (
        <p className={css.quiet}>
          Given:{' '}
          <TextLink to="/documents/$documentId" params={{ documentId: newest.id }}>
            {newest.number}
            {newest.version > 1 && `, version ${newest.version}`}
          </TextLink>{' '}
          on <DateText day={newest.issuedOn} />. {changes.length === 0 ? 'Nothing changed since.' : changes.join(' ')}
        </p>
      )}
      {remarks.length > 0 && (
        <ul className={css.remarks} aria-label="Before giving it">
          {remarks.map(remark => (
            <li key={remark} className={css.remark}>
              <Icon name="warning" size={16} />
              <span>{remark}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Footer({ sheet, filling }: { sheet: EstimateSheet; filling: FillingEstimate }) {
  const asked = useCommand('estimates.request')
  useHotkey({ keys: 'mod+enter', label: 'Give the estimate', run: filling.give, enabled: filling.canGive })
  const noteRequest = { words: 'The patient asked for an estimate today', run: () => asked.mutate({ patientId: sheet.patientId }), disabled: asked.isPending }
  return (
    <>
      <Button kind="primary" size="large" keys="mod+enter" busy={filling.isGiving} disabled={!filling.canGive} onClick={filling.give}>
        {filling.typed.replaces === null ? 'Give the estimate' : 'Give as the next version'}
      </Button>
      <Button size="large" icon="repeat" busy={filling.isRefilling} onClick={filling.fillAnew}>
        Fill anew from the records
      </Button>
      <ActionMenu label="More for this estimate" actions={sheet.standing.why === 'requested' ? [] : [noteRequest]} />
      <p className={css.saved} role="status">
        {filling.isSaving ? 'Saving…' : filling.canGive ? 'Kept as typed. Giving it freezes it.' : 'Fill in what is marked first.'}
      </p>
    </>
  )
}
