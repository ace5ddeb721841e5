import type { IssuedDocument } from '../../shared/documents/schema.ts'
import { useCommand } from '../lib/api.ts'
import { Button } from './button.tsx'
import css from './claim-kit.module.css'
import { Problem } from './messages.tsx'

/** The ways to print an issued claim form: the sheet to copy from, words for ready-made forms, and the page to measure their place with. */
export function ClaimFormPrint({ paper }: { paper: IssuedDocument }) {
  const open = useCommand('documents.openClaimForm')
  const test = useCommand('documents.openCalibrationPage')
  const busy = open.isPending || test.isPending
  return (
    <span className={css.buttons}>
      <Button size="small" busy={busy} label={`Data sheet ${paper.number}`} onClick={() => open.mutate({ documentId: paper.id, form: 'sheet' })}>
        Data sheet
      </Button>
      <Button size="small" busy={busy} label={`On forms ${paper.number}`} onClick={() => open.mutate({ documentId: paper.id, form: 'overlay' })}>
        On forms
      </Button>
      <Button kind="text" size="small" busy={busy} onClick={() => test.mutate({})}>
        Test page
      </Button>
      <Problem error={open.error ?? test.error} />
    </span>
  )
}
