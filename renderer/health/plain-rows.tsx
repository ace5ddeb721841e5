import { useFieldArray } from 'react-hook-form'
import { SitesField } from '../ui/sites-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { BLANK_ROWS, type HistoryForm } from './history-draft.ts'
import css from './history-form.module.css'
import { HistoryRow } from './history-row.tsx'

/** Allergies, one a row, with what happens. */
export function AllergyRows({ form }: { form: HistoryForm }) {
  const { fields, append, remove } = useFieldArray({ control: form.hook.control, name: 'allergies' })
  return (
    <ul className={css.rows} aria-label="Allergies">
      {fields.map(({ id }, index) => {
        const isLast = index === fields.length - 1
        const to = form.bind(`allergies.${index}.to`)
        const write = (typed: string) => {
          if (isLast) append(BLANK_ROWS.allergies, { shouldFocus: false })
          to.onChange(typed)
        }
        return (
          <HistoryRow key={id} name={to.value} onRemove={isLast ? null : () => remove(index)}>
            <TextField label={`Allergy ${index + 1}`} bare placeholder={index === 0 ? 'Arnica, latex, nuts …' : 'Add an allergy'} {...to} onChange={write} />
            <TextField label={`Reaction to allergy ${index + 1}`} bare placeholder="What happens" {...form.bind(`allergies.${index}.reaction`)} />
          </HistoryRow>
        )
      })}
    </ul>
  )
}

/** Surgeries, one a row, when, and the places to keep off because of them. */
export function SurgeryRows({ form }: { form: HistoryForm }) {
  const { fields, append, remove } = useFieldArray({ control: form.hook.control, name: 'surgeries' })
  return (
    <ul className={css.rows} aria-label="Surgeries">
      {fields.map(({ id }, index) => {
        const isLast = index === fields.length - 1
        const what = form.bind(`surgeries.${index}.what`)
        const sites = form.bind(`surgeries.${index}.sites`)
        const write = (typed: string) => {
          if (isLast) append({ ...BLANK_ROWS.surgeries, sites: [] }, { shouldFocus: false })
          what.onChange(typed)
        }
        return (
          <HistoryRow key={id} name={what.value} onRemove={isLast ? null : () => remove(index)}>
            <TextField label={`Surgery ${index + 1}`} bare placeholder={index === 0 ? 'Knee replacement, left' : 'Add a surgery'} {...what} onChange={write} />
            <TextField label={`When, surgery ${index + 1}`} bare placeholder="When" {...form.bind(`surgeries.${index}.when`)} />
            {what.value.trim() !== '' && (
              <SitesField label={`Keep off, surgery ${index + 1}`} prompt="Keep off: type a place" value={sites.value} onChange={sites.onChange} />
            )}
          </HistoryRow>
        )
      })}
    </ul>
  )
}
