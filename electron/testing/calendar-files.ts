import ICAL from 'ical.js'

/** Reads a file with a parser that did not write it, in the zone the file itself describes. */
export function readCalendarFile(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zones = calendar.getAllSubcomponents('vtimezone').map(component => new ICAL.Timezone({ component }))
  ICAL.TimezoneService.reset()
  for (const zone of zones) ICAL.TimezoneService.register(zone)
  const entries = calendar.getAllSubcomponents('vevent').map(component => {
    const { uid, sequence, summary, location, startDate, endDate } = new ICAL.Event(component)
    return {
      uid,
      sequence,
      summary,
      location,
      status: component.getFirstPropertyValue('status'),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      starts: startDate.toString(),
      ends: endDate.toString(),
      zone: startDate.zone.tzid,
      instant: new Date(startDate.toUnixTime() * 1000).toISOString(),
      names: component.getAllProperties().map(({ name }) => name),
    }
  })
  return { zones: zones.map(({ tzid }) => tzid), entries }
}
