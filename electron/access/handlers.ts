import type { accessRequests } from '../../shared/access/requests.ts'
import type { Handlers } from '../ipc/router.ts'
import { leaveDemo, openDemo, startDemoOver } from './demo.ts'
import { changePassword, setIdleMinutes, showRecoveryKey } from './passwords.ts'
import { printRecoveryKit } from './print-recovery-kit.ts'
import { recover } from './recover.ts'
import { setUpClinic } from './set-up.ts'
import { lock, signIn } from './sign-in.ts'
import { statusOf } from './status.ts'

/** Answers to the requests about signing in and the keys. They work on the host, since most come before a clinic is open. */
export const accessHandlers: Handlers<keyof typeof accessRequests> = {
  'access.status': host => statusOf(host),
  'access.setUpClinic': (host, setUp) => host.inTurn(() => setUpClinic(host, setUp)),
  'access.openDemo': host => host.inTurn(() => openDemo(host)),
  'access.startDemoOver': host => host.inTurn(() => startDemoOver(host)),
  'access.leaveDemo': host => host.inTurn(async () => leaveDemo(host)),
  'access.signIn': (host, credentials) => host.inTurn(() => signIn(host, credentials)),
  'access.recover': (host, request) => host.inTurn(() => recover(host, request)),
  'access.lock': (host, { reason }) => lock(host, reason),
  'access.changePassword': (host, passwords) => host.inTurn(() => changePassword(host, passwords)),
  'access.setIdleMinutes': (host, { minutes }) => setIdleMinutes(host, minutes),
  'access.showRecoveryKey': async (host, { password }) => ({ recoveryKey: await host.inTurn(() => showRecoveryKey(host, password)) }),
  'access.printRecoveryKit': async (host, { password }) => ({ path: await printRecoveryKit(host, password) }),
}
