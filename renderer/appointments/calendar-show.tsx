import { Menu } from '@mantine/core'
import type { PractitionerId, RoomId } from '../../shared/lib/ids.ts'
import type { Room } from '../../shared/practice/schema.ts'
import type { CalendarView } from '../../shared/schedule/schema.ts'
import { Button } from '../ui/button.tsx'
import { hueOf } from '../ui/hue.ts'
import { Icon } from '../ui/icons.tsx'
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
  onShow: (shown: { practitionerId: PractitionerId | null; roomId: RoomId | null }, by: 'practitioner' | 'room') => void
}

/** Everybody by practitioner or by room, one practitioner, or one room. Draws nothing where there is one practitioner and no room. */
export function CalendarShow({ practitioners, rooms, practitionerId, roomId, by, hasColumns, onShow }: CalendarShowProps) {
  const active = practitioners.filter(one => one.isActive)
  const open = rooms.filter(room => room.isActive)
  if (active.length < 2 && open.length === 0) return null
  const everyone = !hasColumns ? 'Everyone' : by === 'room' ? 'By room' : 'By practitioner'
  const name = active.find(one => one.id === practitionerId)?.name ?? open.find(room => room.id === roomId)?.name ?? everyone
  const nobody = { practitionerId: null, roomId: null }
  return (
    <Menu position="bottom-start" returnFocus>
      <Menu.Target>
        <Button size="small" label={`Shown: ${name}`}>
          <span className={css.menuWords}>
            {name} <Icon name="down" size={12} />
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {hasColumns && open.length > 0 ? (
          <>
            <Menu.Item onClick={() => onShow(nobody, 'practitioner')}>Everyone, by practitioner</Menu.Item>
            <Menu.Item onClick={() => onShow(nobody, 'room')}>Everyone, by room</Menu.Item>
          </>
        ) : (
          <Menu.Item onClick={() => onShow(nobody, by)}>Everyone</Menu.Item>
        )}
        {active.length > 1 && <Menu.Label>Practitioner</Menu.Label>}
        {active.length > 1 &&
          active.map(one => (
            <Menu.Item key={one.id} onClick={() => onShow({ practitionerId: one.id, roomId: null }, 'practitioner')}>
              <span className={hueOf(one.colour)}>
                <i className={css.swatch} /> {one.name}
              </span>
            </Menu.Item>
          ))}
        {open.length > 0 && <Menu.Label>Room</Menu.Label>}
        {open.map(room => (
          <Menu.Item key={room.id} onClick={() => onShow({ practitionerId: null, roomId: room.id }, 'room')}>
            {room.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
