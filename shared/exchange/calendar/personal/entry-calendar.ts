import type { CalendarEntry } from '../../../domain/schedule/personal/calendar-entry.ts'
import { PRODUCT } from '../itip/message.ts'
import { componentsOf, type JComponent, type JProperty } from '../jcal.ts'
import type { Series } from '../series.ts'
import { seriesOf } from '../series.ts'
import { vietnamZone } from '../vietnam-zone.ts'
import { VIETNAM_ZONE } from '../calendar-time.ts'
import { textOf } from '../jcal.ts'

/** A calendar of these entries, each clock in it once; what is not known in them stays. */
export function calendarOf(entries: Iterable<CalendarEntry>, name?: string): JComponent {
  const clocks = new Map<string, JComponent>()
  const events: JComponent[] = []
  for (const { components } of entries)
    for (const component of components)
      if (component[0] !== 'vtimezone') events.push(component)
      else if (!clocks.has(textOf(component, 'tzid') ?? ''))
        clocks.set(textOf(component, 'tzid') ?? '', component)
  if (!clocks.has(VIETNAM_ZONE) && events.some(isOnVietnamsClock)) clocks.set(VIETNAM_ZONE, vietnamZone)
  const named: readonly JProperty[] = name === undefined ? [] : [['x-wr-calname', {}, 'text', name]]
  return ['vcalendar', [['version', {}, 'text', '2.0'], PRODUCT, ...named], [...clocks.values(), ...events]]
}

/** The events of an entry as one series. */
export function seriesIn(entry: CalendarEntry): Series {
  const [series] = seriesOf(['vcalendar', [], entry.components])
  return series ?? { uid: entry.uid, master: undefined, overrides: [] }
}

/** The entry with these events in the place of its own; its clocks stay. */
export function withEvents(entry: CalendarEntry, { master, overrides }: Series): CalendarEntry {
  const clocks = componentsOf(['vcalendar', [], entry.components], 'vtimezone')
  return { ...entry, components: [...clocks, ...(master === undefined ? [] : [master]), ...overrides] }
}

const isOnVietnamsClock = ([, properties]: JComponent): boolean =>
  properties.some(([, { tzid }]) => tzid === VIETNAM_ZONE)
