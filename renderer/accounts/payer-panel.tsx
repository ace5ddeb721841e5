import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AgeBucket, BUCKET_WORDS } from '../../shared/accounts/aging.ts'
import type { PayerAccount, PayerRef } from '../../shared/accounts/balances.ts'
import type { PatientId } from '../../shared/lib/ids.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { ask, useCommand } from '../lib/api.ts'
import { ButtonLink, TextLink } from '../lib/links.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { EntryAmount, EntryWords } from '../ui/ledger-lines.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { usePrintStatement } from '../ui/print-statement.ts'
import { Column, Section } from '../ui/screen.tsx'
import { DateText, Money } from '../ui/words.tsx'
import css from './accounts.module.css'

/** Every entry of one patient’s account, newest first. */
function Entries({ patientId }: { patientId: PatientId }) {
  const account = useQuery(ask('billing.getAccount', { patientId }))
  if (account.error) return <Problem error={account.error} />
  if (!account.data) return <Waiting />
  return (
    <ul className={css.entries} aria-label="Every entry, newest first">
      {account.data.entries.toReversed().map(entry => (
        <li key={entry.id} className={css.line}>
          <DateText day={entry.on} form="short" />
          <span className={css.grow}>
            <EntryWords words={entry.words} entry={entry} />
          </span>
          <EntryAmount cents={entry.amount} isReversed={entry.isReversed} />
        </li>
      ))}
    </ul>
  )
}

/** What one patient owes, invoice by invoice, and the whole account on demand. */
function PatientPart({ patient }: { patient: PayerAccount['patients'][number] }) {
  const [isOpen, setOpen] = useState(false)
  const { patientId, name, credit, invoices } = patient
  return (
    <div className={css.patient}>
      <h3>
        <TextLink to="/patients/$patientId" params={{ patientId }} search={{ tab: 'billing' }} className={css.grow}>
          {name}
        </TextLink>
        {credit > 0 && <span className={css.quiet}>{formatMoney(credit)} credit</span>}
        <Button kind="text" size="small" pressed={isOpen} onClick={() => setOpen(!isOpen)}>
          Every entry
        </Button>
      </h3>
      {invoices.length === 0 && <p className={css.quiet}>Owes nothing.</p>}
      {invoices.map(({ id, number, kind, serviceOn, balance }) => (
        <div key={id} className={css.line}>
          <span className={css.nowrap}>{number}</span>
          <span className={css.grow}>
            {{ visit: 'Visit of', missed: 'Missed visit of', sale: 'Sale of' }[kind]} <DateText day={serviceOn} form="short" />
          </span>
          <Money cents={balance} />
        </div>
      ))}
      {isOpen && <Entries patientId={patientId} />}
    </div>
  )
}

/** Statements made before, newest first, to be opened again as they were. */
function Statements({ statements }: Pick<PayerAccount, 'statements'>) {
  const open = useCommand('documents.open')
  if (statements.length === 0) return <p className={css.quiet}>None yet.</p>
  return (
    <>
      <Problem error={open.error} />
      {statements.slice(0, 12).map(({ id, number, issuedOn, total }) => (
        <div key={id} className={css.line}>
          <span className={css.nowrap}>{number}</span>
          <span className={css.grow}>
            <DateText day={issuedOn} />
          </span>
          {total !== null && <Money cents={total} />}
          <Button kind="text" size="small" label={`Print ${number} again`} onClick={() => open.mutate({ documentId: id })}>
            Print
          </Button>
        </div>
      ))}
    </>
  )
}

function Ages({ aging }: Pick<PayerAccount, 'aging'>) {
  return (
    <dl className={css.ages}>
      {AgeBucket.options.map(bucket => (
        <div key={bucket}>
          <dt>{BUCKET_WORDS[bucket]}</dt>
          <dd>
            <Money cents={aging[bucket]} quietZero />
          </dd>
        </div>
      ))}
      <div>
        <dt>Owed</dt>
        <dd>
          <Money cents={aging.total} quietZero />
        </dd>
      </div>
    </dl>
  )
}

/** One payer’s account unfolded: who it is for, what is open, how old it is, and the statements. */
export function PayerPanel({ payer, onClose }: { payer: PayerRef; onClose: () => void }) {
  const found = useQuery(ask('accounts.getPayer', { payer }))
  const statement = usePrintStatement()
  const account = found.data
  return (
    <Column label="Account" padding="narrow">
      <Problem error={found.error} />
      {!account && !found.error && <Waiting />}
      {account && (
        <>
          <header className={css.panelHead}>
            <div className={css.grow}>
              <h2>{account.name}</h2>
              <p className={css.second}>{[account.phone, account.addressLines.join(', ') || 'No address on file'].filter(Boolean).join(' · ')}</p>
            </div>
            <IconButton icon="close" label="Close account" onClick={onClose} />
          </header>
          <div className={css.buttons}>
            {account.aging.total > 0 && (
              <Button icon="printer" busy={statement.isBusy} onClick={() => statement.print(account.payer)}>
                Print statement
              </Button>
            )}
            <ButtonLink to="/patients/$patientId" params={{ patientId: account.holderId }} search={{ tab: 'billing' }}>
              Open the chart
            </ButtonLink>
          </div>
          <Problem error={statement.error} />
          <Ages aging={account.aging} />
          {account.credit > 0 && <p className={css.second}>{formatMoney(account.credit)} of credit lies on the account and is not taken off.</p>}
          {account.patients.map(patient => (
            <PatientPart key={patient.patientId} patient={patient} />
          ))}
          <Section title="Statements">
            <Statements statements={account.statements} />
          </Section>
        </>
      )}
    </Column>
  )
}
