import { overTeams } from '../../domain/access/writes.ts'
import { driftDays } from '../../domain/oversight/moves.ts'
import type { Desk } from '../../store/queries/desk-lists.ts'
import { Button, Select } from '../../web/govuk/index.ts'
import { type Order, orders } from './order.ts'

/** Whoever is over managers sees what these left; a manager, what waits for them. */
const ordersFor = (d: Desk): readonly Order[] => [
  'name',
  'children',
  'late',
  'drift',
  overTeams(d.viewer.role) ? 'left' : 'unsigned',
]

interface ChooseProps {
  readonly d: Desk
  readonly order: Order
  /** The teams to choose from; none for a manager, whose desk is their team’s. */
  readonly teams: readonly string[]
}

/** Whose desk, after how many days a child is said to drift, and how the table is ordered. */
export function Choose({ d, order, teams }: ChooseProps) {
  return (
    <form method="get" class="gt-inline-form">
      {teams.length > 0 && (
        <Select
          name="team"
          label="Team"
          value={d.team ?? ''}
          items={[{ value: '', text: 'Every team' }, ...teams.map(t => ({ value: t, text: t }))]}
        />
      )}
      <Select
        name="days"
        label="Nothing has moved for"
        value={String(d.drift)}
        items={driftDays.map(n => ({ value: String(n), text: `${n} days` }))}
      />
      <Select
        name="order"
        label={d.team === null ? 'Order teams by' : 'Order workers by'}
        value={order}
        items={ordersFor(d).map(value => ({ value, text: orders[value] }))}
      />
      <Button variant="secondary">Show</Button>
    </form>
  )
}
