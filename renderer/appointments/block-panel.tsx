import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf, type LocalDate } from '../../shared/lib/dates.ts'
import { type Block, type BlockedTime, BlockFields } from '../../shared/schedule/schema.ts'
import { useCommand } from '../lib/api.ts'
import { askWhen } from '../lib/ask-when.ts'
import { useKeptDraft } from '../lib/kept-draft.ts'
import { Button } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { KeptNote } from '../ui/kept-note.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import css from './block.module.css'
import { blockAt, blockFields, dayWords, draftOf, isRepeating } from './block-draft.ts'
import { BlockFieldsPart } from './block-fields.tsx'
import type { Slot } from './slot.ts'

type BlockPanelProps = { block: BlockedTime | null; slot: Slot | null; onClose: () => void }

/** Keeps time free of visits, once or again and again; or changes, skips and ends what is kept free. */
export function BlockPanel({ block, slot, onClose }: BlockPanelProps) {
  const day = block ? dayOf(block.startsAt) : todayHere()
  const all = useQuery(askWhen('schedule.listBlocks', block && { from: day }))
  if (!block) return <BlockForm block={null} day={day} slot={slot} onClose={onClose} />
  const found = all.data?.find(one => one.id === block.blockId)
  if (found) return <BlockForm key={found.id} block={found} day={day} slot={null} onClose={onClose} />
  return (
    <SidePanel title={block.title} onClose={onClose}>
      {all.isPending ? <Waiting /> : <Problem error={all.error ?? { message: 'This time is not kept free any more.' }} />}
    </SidePanel>
  )
}

type BlockFormProps = { block: Block | null; day: LocalDate; slot: Slot | null; onClose: () => void }

function BlockForm({ block, day, slot, onClose }: BlockFormProps) {
  const save = useCommand('schedule.saveBlock')
  const draft = useKeptDraft(block ? draftOf(block) : blockAt(slot, day), `block ${block?.id ?? ''}`)
  const fields = blockFields(draft.values)
  const [asked, setAsked] = useState(false)
  const inTheWay = useQuery({ ...askWhen('schedule.checkBlock', fields.success ? { fields: fields.data } : null), placeholderData: keepPreviousData })
  const issue = fields.success ? null : { message: fields.error.issues[0]?.message ?? 'Check the times.' }
  const needsDays = draft.values.repeats && draft.values.weekdays.length === 0 ? { message: 'Choose at least one weekday.' } : null
  const send = () => {
    setAsked(true)
    if (!fields.success || needsDays) return
    draft.markSending(true)
    save.mutate(
      { id: block?.id ?? null, fields: fields.data },
      {
        onSuccess: ({ inTheWay: visits }) => {
          draft.markSaved()
          if (visits.length > 0)
            offerUndo(
              `${visits.length === 1 ? '1 visit stays' : `${visits.length} visits stay`} booked there. Call to move ${visits.length === 1 ? 'it' : 'them'}.`,
            )
          onClose()
        },
        onSettled: () => draft.markSending(false),
      },
    )
  }
  const visits = fields.success ? (inTheWay.data ?? []) : []
  return (
    <FormPanel
      title={block ? 'Time kept free' : 'Block time'}
      save={block ? 'Save block' : 'Block time'}
      busy={save.isPending}
      problem={save.error ?? (asked ? (issue ?? needsDays) : null)}
      onSave={send}
      onClose={onClose}
    >
      <KeptNote form={draft} />
      <BlockFieldsPart draft={draft} />
      <div role="status" className={css.way}>
        {visits.length > 0 && (
          <>
            <b>{visits.length === 1 ? '1 visit is booked there and stays:' : `${visits.length} visits are booked there and stay:`}</b>
            <ul>
              {visits.map(visit => (
                <li key={visit.appointmentId}>{visit.sentence}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {block && <EndBlock block={block} day={day} onClose={onClose} onDone={draft.markSaved} />}
    </FormPanel>
  )
}

/** Takes one day out, ends the block, or removes it; each can be taken back. */
function EndBlock({ block, day, onClose, onDone }: { block: Block; day: LocalDate; onClose: () => void; onDone: () => void }) {
  const skip = useCommand('schedule.skipBlock')
  const remove = useCommand('schedule.removeBlock')
  const save = useCommand('schedule.saveBlock')
  const { id, ...rest } = block
  const fields = BlockFields.parse(rest)
  const finish = (words: string, putBack: () => void) => {
    onDone()
    offerUndo(words, putBack)
    onClose()
  }
  const again = () => save.mutate({ id, fields })
  const words = dayWords(day)
  return (
    <Section title="End it">
      <div className={css.ways}>
        {isRepeating(block) && (
          <>
            <Button
              size="small"
              busy={skip.isPending}
              onClick={() => skip.mutate({ blockId: id, day }, { onSuccess: () => finish('That day is open again.', again) })}
            >
              {words.skip}
            </Button>
            {block.firstOn < day && (
              <Button
                size="small"
                busy={remove.isPending}
                onClick={() => remove.mutate({ blockId: id, from: day }, { onSuccess: () => finish('The block ends there.', again) })}
              >
                {words.end}
              </Button>
            )}
          </>
        )}
        <Button
          size="small"
          busy={remove.isPending}
          onClick={() =>
            remove.mutate({ blockId: id, from: null }, { onSuccess: () => finish('The block is removed.', () => save.mutate({ id: null, fields })) })
          }
        >
          {isRepeating(block) ? 'Remove all of it' : 'Remove'}
        </Button>
      </div>
      <Problem error={skip.error ?? remove.error} />
    </Section>
  )
}
