import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type AccessStatus, Password } from '../../shared/access/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { momentInWords } from '../ui/words.tsx'
import css from './sign-in-screen.module.css'

type RestoreFormProps = {
  /** No password is known on this computer, so only the printed key opens a backup. */
  needsRecoveryKey: boolean
  onBack?: (() => void) | undefined
  onRestored: (status: AccessStatus) => void
}

/** Which backup, and what opens it. Nothing moves until the backup has been verified; the present file is set aside, never deleted. */
export function RestoreForm({ needsRecoveryKey, onBack, onRestored }: RestoreFormProps) {
  const [path, setPath] = useState('')
  const [way, setWay] = useState<'password' | 'key'>(needsRecoveryKey ? 'key' : 'password')
  const [secret, setSecret] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const [problem, setProblem] = useState<{ message: string } | null>(null)
  const restore = useCommand('data.restore')

  const send = (event: FormEvent) => {
    event.preventDefault()
    const missing = whatIsMissing({ path, way, secret, newPassword, needsRecoveryKey })
    setProblem(missing ? { message: missing } : null)
    if (missing) return
    const opener = way === 'password' ? { password: secret } : { recoveryKey: secret, ...(newPassword && { newPassword }) }
    restore.mutate({ path, ...opener }, { onSuccess: done => onRestored(done.status) })
  }
  return (
    <form className={css.stack} onSubmit={send}>
      <BackupChoice path={path} onChoose={setPath} />
      {!needsRecoveryKey && (
        <Segmented
          label="Opened with"
          withLabel
          value={way}
          onChange={setWay}
          choices={[
            { value: 'password', label: 'Password' },
            { value: 'key', label: 'Recovery key' },
          ]}
        />
      )}
      {way === 'password' ? (
        <TextField label="Password" type="password" autoComplete="current-password" value={secret} onChange={setSecret} />
      ) : (
        <>
          <TextArea label="Recovery key" rows={2} hint="As printed on the recovery kit." value={secret} onChange={setSecret} />
          <TextField
            label="New password"
            type="password"
            autoComplete="new-password"
            value={newPassword}
            onChange={setNewPassword}
            required={needsRecoveryKey}
          />
        </>
      )}
      <p className={css.quiet}>The backup is checked first. Records already on this computer are set aside, not deleted.</p>
      <Problem error={problem ?? restore.error} />
      <div className={css.row}>
        <Button type="submit" kind="primary" size="large" busy={restore.isPending}>
          Check and restore
        </Button>
        {onBack && (
          <Button kind="text" onClick={onBack}>
            Back
          </Button>
        )}
      </div>
    </form>
  )
}

type Typed = { path: string; way: 'password' | 'key'; secret: string; newPassword: string; needsRecoveryKey: boolean }

function whatIsMissing({ path, way, secret, newPassword, needsRecoveryKey }: Typed): string | undefined {
  if (path === '') return 'Choose a backup first.'
  if (secret.trim() === '') return way === 'password' ? 'Enter the password.' : 'Type the recovery key as it is printed on the kit.'
  const isNewNeeded = way === 'key' && (needsRecoveryKey || newPassword !== '')
  return isNewNeeded ? Password.safeParse(newPassword).error?.issues[0]?.message : undefined
}

function BackupChoice({ path, onChoose }: { path: string; onChoose: (path: string) => void }) {
  const backups = useQuery(ask('data.listBackups', {}))
  const chooseFile = useCommand('data.chooseBackup')
  const listed = backups.data ?? []
  const isElsewhere = path !== '' && !listed.some(backup => backup.path === path)
  return (
    <fieldset>
      <legend className={css.quiet}>{listed.length === 0 ? 'No backups in this computer’s own folder.' : 'Backups on this computer'}</legend>
      <div className={css.list}>
        {listed.map(backup => (
          <label key={backup.path} className={css.backup}>
            <input type="radio" name="backup" checked={backup.path === path} onChange={() => onChoose(backup.path)} />
            {momentInWords(backup.at)}
            <span className={css.dim}>{(backup.bytes / 1_000_000).toFixed(1)} MB</span>
          </label>
        ))}
        {isElsewhere && (
          <label className={css.backup}>
            <input type="radio" name="backup" checked readOnly />
            {path.split(/[/\\]/).at(-1)}
          </label>
        )}
      </div>
      <Button
        kind="text"
        size="small"
        icon="folder"
        busy={chooseFile.isPending}
        onClick={() => chooseFile.mutate({}, { onSuccess: found => found && onChoose(found.path) })}
      >
        Choose a file
      </Button>
    </fieldset>
  )
}
