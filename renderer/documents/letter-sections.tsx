import { askedAnew, requestInWords } from '../../shared/documents/letter-request.ts'
import type { LetterSections as LetterSectionsShown } from '../../shared/documents/schema.ts'
import { Checkbox } from '../ui/checks.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import type { Choice } from '../ui/select-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import css from './letters.module.css'
import type { WritingLetter } from './use-letter.ts'

function VisitsAsked({ writing }: { writing: WritingLetter }) {
  const { wording, change, refusalOf } = writing
  const words = requestInWords(wording, wording.kind)
  return (
    <fieldset className={css.asked}>
      <legend>Request</legend>
      <div className={css.numbers}>
        <NumberField
          label="Visits"
          value={wording.requestVisits}
          min={1}
          max={60}
          error={refusalOf('requestVisits')}
          onChange={requestVisits => change(askedAnew(wording, { requestVisits }))}
        />
        <NumberField
          label="Per week"
          value={wording.requestPerWeek}
          min={1}
          max={7}
          error={refusalOf('requestPerWeek')}
          onChange={requestPerWeek => change(askedAnew(wording, { requestPerWeek }))}
        />
        <NumberField
          label="Weeks"
          value={wording.requestWeeks}
          min={1}
          max={52}
          error={refusalOf('requestWeeks')}
          onChange={requestWeeks => change(askedAnew(wording, { requestWeeks }))}
        />
      </div>
      <p className={css.quiet}>{words ? `Asks for ${words}.` : 'No visits are asked for. Enter a number of visits to ask for more.'}</p>
    </fieldset>
  )
}

const CHARTS: readonly Choice<LetterSectionsShown['bodyChart']>[] = [
  { value: 'where-it-fits', label: 'If one page holds it' },
  { value: 'always', label: 'Always' },
  { value: 'off', label: 'Off' },
]

/** Which figures stand in the letter. */
function PartsShown({ writing: { wording, change } }: { writing: WritingLetter }) {
  const { sections } = wording
  const show = (shown: Partial<LetterSectionsShown>) => change({ ...wording, sections: { ...sections, ...shown } })
  return (
    <fieldset className={css.asked}>
      <legend>Parts</legend>
      <Segmented label="Body chart, first and last" withLabel choices={CHARTS} value={sections.bodyChart} onChange={bodyChart => show({ bodyChart })} />
      <Checkbox label="Pain over the visits" value={sections.trend} onChange={trend => show({ trend })} />
      <Checkbox label="Goals" value={sections.goals} onChange={goals => show({ goals })} />
    </fieldset>
  )
}

/** The sentences a person may reword. Figures, dates and names come from the records and are not typed here. */
export function LetterSections({ writing }: { writing: WritingLetter }) {
  const { wording, change, refusalOf } = writing
  return (
    <div className={css.sections}>
      <TextField
        label="Greeting"
        value={wording.greeting}
        maxLength={120}
        error={refusalOf('greeting')}
        onChange={greeting => change({ ...wording, greeting })}
      />
      <TextArea
        label="Answer"
        rows={3}
        value={wording.answer}
        error={refusalOf('answer')}
        hint={`The first thing the physician reads: what changed, then what is asked. ${wording.answer.length} of 600 characters.`}
        onChange={answer => change({ ...wording, answer })}
      />
      <TextArea
        label="Screening"
        rows={2}
        value={wording.screening}
        error={refusalOf('screening')}
        hint="What stood against massage, when, and how it was handled. Empty leaves the part out."
        onChange={screening => change({ ...wording, screening })}
      />
      <TextArea label="Treatment" rows={5} value={wording.treatment} error={refusalOf('treatment')} onChange={treatment => change({ ...wording, treatment })} />
      <VisitsAsked writing={writing} />
      <TextArea
        label="Request in words"
        rows={3}
        value={wording.request}
        error={refusalOf('request')}
        hint="Goes on after the visits asked for."
        onChange={request => change({ ...wording, request })}
      />
      <PartsShown writing={writing} />
    </div>
  )
}
