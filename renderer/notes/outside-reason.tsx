import { useState } from 'react'
import { type Region, regionInWords } from '../../shared/body-chart/regions.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { TextField } from '../ui/text-field.tsx'
import css from './treated-column.module.css'
import { fieldId } from './writing.ts'

type OutsideReasonProps = { region: Region; reason: string; onChange?: ((reason: string) => void) | undefined }

/** The usual reasons, one click each. */
const USUAL = ['Physician asked', 'Compensatory pattern', 'Referred pain source', 'Patient asked'] as const

const takeCaret = (field: HTMLInputElement | null) => field?.focus()

/** Why a region outside the prescription was treated; asked for in place, kept with the note. */
export function OutsideReason({ region, reason, onChange }: OutsideReasonProps) {
  const [isOpen, setOpen] = useState(false)
  const id = fieldId('reason', region)
  const where = regionInWords(region)
  if (isOpen && onChange) {
    return (
      <div className={css.reason} id={id}>
        <TextField
          ref={takeCaret}
          label={`Why the ${where} was treated`}
          value={reason}
          maxLength={200}
          onChange={onChange}
          onBlur={() => setOpen(false)}
          onKeyDown={event => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && setOpen(false)}
        />
        <div className={css.usual}>
          {USUAL.map(words => (
            <button
              key={words}
              type="button"
              className={css.pick}
              // The field must not lose the caret before the click arrives.
              onMouseDown={event => event.preventDefault()}
              onClick={() => {
                onChange(words)
                setOpen(false)
              }}
            >
              {words}
            </button>
          ))}
        </div>
      </div>
    )
  }
  const isOpenQuestion = reason.trim() === ''
  return (
    <div className={css.outside}>
      <span className={isOpenQuestion ? css.amber : css.quiet}>
        {isOpenQuestion && <Icon name="warning" size={14} />}
        {isOpenQuestion ? 'Not on the prescription' : `Not on the prescription: ${reason}`}
      </span>
      {onChange && (
        <span id={id}>
          <Button kind="text" size="small" onClick={() => setOpen(true)} label={`${isOpenQuestion ? 'Add reason' : 'Edit'}: why the ${where} was treated`}>
            {isOpenQuestion ? 'Add reason' : 'Edit'}
          </Button>
        </span>
      )}
    </div>
  )
}
