import { useInfiniteQuery } from '@tanstack/react-query'
import { formatTime } from '../../shared/lib/dates.ts'
import type { ClosingId } from '../../shared/lib/ids.ts'
import { formatMoney } from '../../shared/lib/money.ts'
import { request, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { Table } from '../ui/table.tsx'
import { dateInWords, Money } from '../ui/words.tsx'
import css from './accounts.module.css'

const PAGE = 60

/** The days closed so far, newest first; each can be printed again as it was. */
export function Closings() {
  const closings = useInfiniteQuery({
    queryKey: ['accounts.listClosings'],
    queryFn: ({ pageParam }) => request('accounts.listClosings', { before: pageParam }),
    initialPageParam: null as ClosingId | null,
    getNextPageParam: page => (page.length < PAGE ? undefined : page.at(-1)?.id),
  })
  const print = useCommand('documents.openDayClosing')
  const rows = closings.data?.pages.flat() ?? []
  if (closings.error) return <Problem error={closings.error} />
  if (rows.length === 0) return null
  return (
    <Section title="Days closed">
      <Problem error={print.error} />
      <Table
        caption="Days closed, newest first"
        rows={rows}
        keyOf={({ id }) => id}
        height="tall"
        columns={[
          {
            title: 'Closed',
            cell: row => (
              <>
                {dateInWords(row.closedOn)}
                <span className={css.second}>
                  {formatTime(row.closedAt)}, {row.closedBy}
                </span>
              </>
            ),
          },
          { title: 'Received', align: 'right', width: '112px', cell: row => <Money cents={row.net} /> },
          { title: 'Drawer', align: 'right', width: '104px', cell: row => <Money cents={row.counted} /> },
          {
            title: 'Difference',
            cell: row => (row.difference === 0 ? <span className={css.quiet}>none</span> : `${formatMoney(row.difference)}: ${row.remark}`),
          },
          {
            title: 'Print',
            hideTitle: true,
            align: 'right',
            width: '80px',
            cell: row => (
              <Button kind="text" size="small" label={`Print the summary of ${dateInWords(row.closedOn)}`} onClick={() => print.mutate({ closingId: row.id })}>
                Print
              </Button>
            ),
          },
        ]}
      />
      {closings.hasNextPage && (
        <div className={css.pages}>
          <Button busy={closings.isFetchingNextPage} onClick={() => void closings.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </Section>
  )
}
