import { Menu } from '@mantine/core'
import type { PractitionerId, RoomId } from '../../shared/lib/ids.ts'
import type { Room } from '../../shared/practice/schema.ts'
import type { CalendarView } from '../../shared/schedule/schema.ts'
import { Button } from '../ui/button.tsx'
import { hueOf } from '../ui/hue.ts'
import { Icon } from '../ui/icons.tsx'
import { Segmented } from '../ui/segmented.tsx'
import css from './calendar-toolbar.module.css'

/** Whose visits are shown, and how to show somebody else’s. */
export type CalendarShowProps = {
  practitioners: CalendarView['practitioners']
  rooms: readonly Room[]
  practitionerId: PractitionerId | null
  roomId: RoomId | null
  by: 'practitioner' | 'room'
  /** Only a day stands in columns by practitioner or room. */
  hasColumns: boolean
  onShow: (shown: { practitionerId: PractitionerId | null; roomId: RoomId | null }) => void
  onBy: (by: 'practitioner' | 'room') => void
}

/** Everybody, one practitioner or one room; and what the columns of a day are. Draws nothing where there is one practitioner and no room. */
export function CalendarShow({ practitioners, rooms, practitionerId, roomId, by, hasColumns, onShow, onBy }: CalendarShowProps) {
  const active = practitioners.filter(one => one.isActive)
  const open = rooms.filter(room => room.isActive)
  if (active.length < 2 && open.length === 0) return null
  const name = active.find(one => one.id === practitionerId)?.name ?? open.find(room => room.id === roomId)?.name ?? 'Everyone'
  return (
    <>
      {hasColumns && open.length > 0 && (
        <Segmented
          label="Columns"
          size="small"
          value={by}
          onChange={onBy}
          choices={[
            { value: 'practitioner', label: 'By practitioner' },
            { value: 'room', label: 'By room' },
          ]}
        />
      )}
      <Menu position="bottom-start" returnFocus>
        <Menu.Target>
          <Button size="small" label={`Shown: ${name}`}>
            <span className={css.menuWords}>
              {name} <Icon name="down" size={12} />
            </span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onShow({ practitionerId: null, roomId: null })}>Everyone</Menu.Item>
          {active.length > 1 && <Menu.Label>Practitioner</Menu.Label>}
          {active.length > 1 &&
            active.map(one => (
              <Menu.Item key={one.id} onClick={() => onShow({ practitionerId: one.id, roomId: null })}>
                <span className={hueOf(one.colour)}>
                  <i className={css.swatch} /> {one.name}
                </span>
              </Menu.Item>
            ))}
          {open.length > 0 && <Menu.Label>Room</Menu.Label>}
          {open.map(room => (
            <Menu.Item key={room.id} onClick={() => onShow({ practitionerId: null, roomId: room.id })}>
              {room.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
