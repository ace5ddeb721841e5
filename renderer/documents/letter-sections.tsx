import { requestInWords } from '../../shared/documents/letter-request.ts'
import { NumberField } from '../ui/number-field.tsx'
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
          onChange={requestVisits => change({ ...wording, requestVisits })}
        />
        <NumberField
          label="Per week"
          value={wording.requestPerWeek}
          min={1}
          max={7}
          error={refusalOf('requestPerWeek')}
          onChange={requestPerWeek => change({ ...wording, requestPerWeek })}
        />
        <NumberField
          label="Weeks"
          value={wording.requestWeeks}
          min={1}
          max={52}
          error={refusalOf('requestWeeks')}
          onChange={requestWeeks => change({ ...wording, requestWeeks })}
        />
      </div>
      <p className={css.quiet}>{words ? `Asks for ${words}.` : 'No visits are asked for. Enter a number of visits to ask for more.'}</p>
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
    </div>
  )
}
