import { useId } from 'react'
import { Hue } from '../../shared/practice/colours.ts'
import { cx } from './cx.ts'
import css from './hue.module.css'
import { HUE_NAMES, hueOf } from './hue.ts'
import { Icon } from './icons.tsx'

/** A small sample of a hue before the words it stands for. */
export function HueMark({ hue }: { hue: Hue }) {
  return <span className={cx(css.dot, hueOf(hue))} aria-hidden />
}

type HueFieldProps = { label: string; value: Hue; onChange: (hue: Hue) => void }

/** Chooses one of the eight hues, each with its name; arrow keys move the choice. */
export function HueField({ label, value, onChange }: HueFieldProps) {
  const id = useId()
  return (
    <fieldset className={css.group}>
      <legend>{label}</legend>
      <div className={css.choices}>
        {Hue.options.map(hue => (
          <label key={hue} className={cx(css.choice, hueOf(hue))}>
            <input type="radio" name={id} className={css.radio} checked={value === hue} onChange={() => onChange(hue)} />
            {HUE_NAMES[hue]}
            {value === hue && (
              <span className={css.check}>
                <Icon name="check" size={14} />
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
