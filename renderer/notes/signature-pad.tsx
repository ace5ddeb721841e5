import { type PointerEvent, useRef } from 'react'
import type { DrawnSignature } from '../../shared/notes/schema.ts'
import { SIGNATURE_FIELD, withPoint } from './drawn-signature.ts'
import css from './signature-pad.module.css'

/** A field to sign on with pen, finger or mouse. It may stay empty: the name and the time are the signature, the drawing only shows it. */
export function SignaturePad({ value, onDraw }: { value: DrawnSignature; onDraw: (make: (was: DrawnSignature) => DrawnSignature) => void }) {
  const isDown = useRef(false)
  const draw = (event: PointerEvent<HTMLDivElement>, begins: boolean) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    const x = ((event.clientX - left) / width) * SIGNATURE_FIELD.width
    const y = ((event.clientY - top) / height) * SIGNATURE_FIELD.height
    onDraw(was => withPoint(was, { x, y }, begins))
  }
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    isDown.current = true
    draw(event, true)
  }
  const end = () => {
    isDown.current = false
  }
  return (
    <div
      className={css.pad}
      role="img"
      aria-label={value === '' ? 'Signature field, empty' : 'Signature field, signed'}
      onPointerDown={begin}
      onPointerMove={event => isDown.current && draw(event, false)}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <svg viewBox={`0 0 ${SIGNATURE_FIELD.width} ${SIGNATURE_FIELD.height}`} aria-hidden="true">
        <path d={value} />
      </svg>
      {value === '' && <span className={css.hint}>Sign here if you like</span>}
    </div>
  )
}
