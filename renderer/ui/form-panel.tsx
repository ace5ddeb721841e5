import { type ReactNode, useEffect, useRef } from 'react'
import { useHotkey } from '../lib/hotkeys.ts'
import { stopAtUnread } from '../lib/unread.ts'
import { Button } from './button.tsx'
import { Problem } from './messages.tsx'
import { SidePanel } from './side-panel.tsx'

type FormPanelProps = {
  title: string
  note?: ReactNode
  /** The verb on the button, such as "Save payer". */
  save: string
  busy: boolean
  problem: { message: string } | null
  onSave: () => void
  onClose: () => void
  /** What closing without saving is called, where “Cancel” would be read as the deed itself. */
  close?: string
  width?: number
  children: ReactNode
}

/** A short form in a side panel: Ctrl Enter saves, Escape closes, a refusal stands above the button. */
export function FormPanel({ title, note, save, busy, problem, onSave, onClose, close = 'Cancel', width = 440, children }: FormPanelProps) {
  const saveOnce = () => {
    if (!busy && !stopAtUnread()) onSave()
  }
  useHotkey({ keys: 'mod+enter', label: save, run: saveOnce })
  const refusal = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) refusal.current?.scrollIntoView({ block: 'nearest' })
  }, [problem])
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault()
    saveOnce()
  }
  const footer = (
    <>
      <Button kind="primary" keys="mod+enter" busy={busy} onClick={saveOnce}>
        {save}
      </Button>
      <Button onClick={onClose}>{close}</Button>
    </>
  )
  return (
    <SidePanel title={title} note={note} onClose={onClose} width={width} footer={footer}>
      {problem && (
        <div ref={refusal}>
          <Problem error={problem} />
        </div>
      )}
      <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
        {children}
        <button type="submit" hidden />
      </form>
    </SidePanel>
  )
}
