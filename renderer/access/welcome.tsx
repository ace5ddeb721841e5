import { queryClient, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { Problem } from '../ui/messages.tsx'
import { WelcomeFrame } from './access-frame.tsx'
import css from './welcome.module.css'

const steps = [
  ['Clinic', 'name, address, tax ID'],
  ['Practitioner', 'license, NPI'],
  ['Services and fees', 'your codes, dated fees'],
  ['Protect', 'password, recovery kit to print'],
] as const

const demo: readonly (readonly [IconName, string, string])[] = [
  ['today', 'A working day', 'visits in every state'],
  ['people', 'More than 40 patients', 'notes, prescriptions, outcomes'],
  ['printer', 'Papers to print', 'superbills, progress letters'],
  ['repeat', 'Start over any time', 'nothing to break'],
]

/** The two ways in, honest about what happens and how long it takes. */
export function Welcome({ version, onBegin, onRestore }: { version: string; onBegin: () => void; onRestore: () => void }) {
  const openDemo = useCommand('access.openDemo')
  const enterDemo = () => openDemo.mutate({}, { onSuccess: status => queryClient.setQueryData(['access.status', {}], status) })
  const foot = (
    <>
      <Icon name="folder" />
      <Button kind="text" size="small" onClick={onRestore}>
        Restore from a backup
      </Button>
      <span className={css.dim}>or move from another computer</span>
    </>
  )
  return (
    <WelcomeFrame version={version} foot={foot}>
      <title>Welcome · Myodesk</title>
      <h1 className={css.title}>Welcome. Start with your clinic, or look around first.</h1>
      <p className={css.lead}>Everything stays on this computer. No account, no internet needed.</p>
      <div className={css.two}>
        <section className={css.way} aria-labelledby="own">
          <h2 id="own">Set up my clinic</h2>
          <p className={css.words}>About three minutes. Every answer can be changed later in Settings.</p>
          <ol>
            {steps.map(([name, what], index) => (
              <li key={name} className={css.line}>
                <span className={css.mark}>{index + 1}</span>
                <span>{name}</span>
                <span className={css.what}>{what}</span>
              </li>
            ))}
          </ol>
          <div className={css.go}>
            <Button kind="primary" size="large" keys="enter" onClick={onBegin} ref={focusAtOnce}>
              Begin setup
            </Button>
          </div>
        </section>
        <section className={css.way} aria-labelledby="demo">
          <h2 id="demo">Explore the demo clinic</h2>
          <p className={css.words}>One click, filled with invented patients. Kept apart from your own records and marked as a demo on every screen.</p>
          <ul>
            {demo.map(([icon, name, what]) => (
              <li key={name} className={css.line}>
                <span className={css.mark}>
                  <Icon name={icon} />
                </span>
                <span>{name}</span>
                <span className={css.what}>{what}</span>
              </li>
            ))}
          </ul>
          <div className={css.go}>
            <Button size="large" busy={openDemo.isPending} onClick={enterDemo}>
              {openDemo.isPending ? 'Filling the demo clinic' : 'Open the demo clinic'}
            </Button>
          </div>
        </section>
      </div>
      <Problem error={openDemo.error} />
    </WelcomeFrame>
  )
}

function focusAtOnce(button: HTMLButtonElement | null): void {
  button?.focus()
}
