import { useFieldArray } from 'react-hook-form'
import { itemNamed } from '../../shared/health/find-items.ts'
import { takesPlaces } from '../../shared/health/items.ts'
import { ItemField } from '../ui/item-field.tsx'
import { SitesField } from '../ui/sites-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { BLANK_ROWS, type HistoryForm } from './history-draft.ts'
import css from './history-form.module.css'
import { HistoryRow, Meaning } from './history-row.tsx'

/** Conditions that last, one a row: what each means for massage is told from its name, and local ones say where. */
export function ConditionRows({ form }: { form: HistoryForm }) {
  const { fields, append, remove } = useFieldArray({ control: form.hook.control, name: 'conditions' })
  return (
    <ul className={css.rows} aria-label="Conditions">
      {fields.map(({ id }, index) => {
        const isLast = index === fields.length - 1
        const name = form.bind(`conditions.${index}.name`)
        const item = form.bind(`conditions.${index}.item`)
        const sites = form.bind(`conditions.${index}.sites`)
        const write = (typed: string) => {
          if (isLast) append({ ...BLANK_ROWS.conditions, sites: [] }, { shouldFocus: false })
          name.onChange(typed)
          item.onChange(itemNamed(typed))
        }
        return (
          <HistoryRow key={id} name={name.value} onRemove={isLast ? null : () => remove(index)}>
            <ItemField
              label={`Condition ${index + 1}`}
              bare
              placeholder={index === 0 ? 'Asthma, varicose veins, cancer …' : 'Add a condition'}
              {...name}
              onChange={write}
              onChoose={found => write(found.name)}
            />
            <TextField
              label={`Remark on condition ${index + 1}`}
              bare
              placeholder="Since when, how it is treated"
              {...form.bind(`conditions.${index}.remark`)}
            />
            <Meaning item={item.value} name={name.value} onClear={() => item.onChange(null)} />
            {item.value !== null && takesPlaces(item.value) && (
              <SitesField label={`Where, condition ${index + 1}`} prompt="Where? Type a place" value={sites.value} onChange={sites.onChange} />
            )}
          </HistoryRow>
        )
      })}
    </ul>
  )
}

/** Medicines, one a row; those that matter for massage are known by name. */
export function MedicationRows({ form }: { form: HistoryForm }) {
  const { fields, append, remove } = useFieldArray({ control: form.hook.control, name: 'medications' })
  return (
    <ul className={css.rows} aria-label="Medications">
      {fields.map(({ id }, index) => {
        const isLast = index === fields.length - 1
        const name = form.bind(`medications.${index}.name`)
        const item = form.bind(`medications.${index}.item`)
        const write = (typed: string) => {
          if (isLast) append(BLANK_ROWS.medications, { shouldFocus: false })
          name.onChange(typed)
          item.onChange(itemNamed(typed))
        }
        return (
          <HistoryRow key={id} name={name.value} onRemove={isLast ? null : () => remove(index)}>
            <ItemField
              label={`Medication ${index + 1}`}
              bare
              placeholder={index === 0 ? 'Apixaban, prednisone …' : 'Add a medication'}
              {...name}
              onChange={write}
              onChoose={found => write(found.name)}
            />
            <TextField label={`What medication ${index + 1} is for`} bare placeholder="What for" {...form.bind(`medications.${index}.purpose`)} />
            <Meaning item={item.value} name={name.value} onClear={() => item.onChange(null)} />
          </HistoryRow>
        )
      })}
    </ul>
  )
}
