import { parseArgs } from 'node:util'
import { DomainError } from '../../shared/lib/errors.ts'

/** The command line as understood: a command, what follows it, and the options given. */
export type Arguments = { readonly command: string; readonly rest: readonly string[]; readonly options: Options }
/** Every option of the headless clinic. Passwords come from files, the environment or a prompt, never from here. */
export type Options = {
  readonly data?: string
  readonly batch?: boolean
  readonly demo?: boolean
  readonly help?: boolean
  readonly out?: string
  readonly patient?: string
  readonly episode?: string
  readonly file?: string
  readonly from?: string
  readonly to?: string
  readonly 'password-file'?: string
  readonly 'recovery-key-file'?: string
}

/** What `clinic --help` prints. */
export const HELP = `The headless clinic: the same records as the app, without a window.

  clinic --data DIR channels                       every request, with the JSON Schema of its input and output
  clinic --data DIR call CHANNEL [JSON | -]        one request; - reads the input from stdin
  clinic --data DIR call attachments.attach JSON --file FILE
                                                   requests that ask for a file take it from --file
  clinic --data DIR call documents.startBatch JSON --out DIR
                                                   requests that ask for a folder take it from --out
  clinic --data DIR call --batch                   many: {"channel": …, "input": …} a line in, one result a line out, each saved before it is printed
  clinic --data DIR init --demo | init [JSON | -]  make a clinic: the demo, or an empty one (JSON as for access.setUpClinic, all parts optional)
  clinic --data DIR backup [FILE]                  a verified encrypted copy, in the clinic’s backups folder or at FILE
  clinic --data DIR restore FILE                   put a backup in place; the present file is set aside
  clinic --data DIR check                          read every page, reference and audit line
  clinic --data DIR superbill --patient CHART --from DAY --to DAY --out FILE
  clinic --data DIR letter --patient CHART | --episode ID --out FILE

  --data DIR                the clinic’s folder; without it, MYODESK_DATA_DIR or the app’s own
  --password-file FILE      else MYODESK_PASSWORD, else a prompt
  --recovery-key-file FILE  for restore on a computer that has no keyring; the password then becomes the owner’s new one

Results are JSON on stdout with exit code 0. Refusals are {"code", "message", "fields"} on stderr with exit code 1.
`

/** Reads the command line. Throws `invalid_input` in words for what it does not understand. */
export function readArguments(args: readonly string[]): Arguments {
  try {
    const text = { type: 'string' } as const
    const flag = { type: 'boolean' } as const
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: text,
        batch: flag,
        demo: flag,
        help: flag,
        out: text,
        patient: text,
        episode: text,
        file: text,
        from: text,
        to: text,
        'password-file': text,
        'recovery-key-file': text,
      },
    })
    return { command: positionals[0] ?? '', rest: positionals.slice(1), options: values }
  } catch (error) {
    throw new DomainError('invalid_input', `${firstSentence(error)} See clinic --help.`)
  }
}

// Node goes on with advice on dashes that helps nobody here.
function firstSentence(error: unknown): string {
  const [first = ''] = error instanceof Error ? error.message.split('. ') : []
  return first === '' ? 'Unknown option.' : `${first.replace(/\.$/, '')}.`
}
