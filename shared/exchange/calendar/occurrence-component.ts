import { atWallMs, timeOf, timeProperty, wallMsOf } from './calendar-time.ts'
import { propertyOf, withProperty, type JComponent } from './jcal.ts'
import type { Effort } from './expand-rule.ts'
import { occurrencesOf } from './occurrences.ts'
import type { Series } from './series.ts'
import { wallMsAt, type Zones } from './zones.ts'

const OF_SERIES: readonly string[] = ['rrule', 'rdate', 'exdate']

/**
 * One occurrence of a series as a component of its own, as the series has it; undefined when the series has none that begins at this
 * instant (milliseconds).
 */
export function occurrenceComponent(
  { uid, master }: Series,
  startMs: number,
  zones: Zones,
  effort: Effort,
): JComponent | undefined {
  const startProperty = master && propertyOf(master, 'dtstart')
  const start = startProperty && timeOf(startProperty)
  if (master === undefined || start === undefined) return undefined
  const window = { fromMs: startMs, toMs: startMs }
  const { occurrences } = occurrencesOf({ uid, master, overrides: [] }, window, zones, effort)
  if (!occurrences.some(({ originalMs }) => originalMs === startMs)) return undefined
  const wallMs = wallMsAt(startMs, start, zones)
  const movedBy = wallMs - wallMsOf(start)
  const plain = OF_SERIES.reduce((component, name) => withProperty(component, name, undefined), master)
  const at = timeProperty('recurrence-id', atWallMs(start, wallMs))
  const begun = withProperty(plain, 'dtstart', timeProperty('dtstart', atWallMs(start, wallMs)))
  const endProperty = propertyOf(master, 'dtend')
  const end = endProperty && timeOf(endProperty)
  const ended =
    end === undefined
      ? begun
      : withProperty(begun, 'dtend', timeProperty('dtend', atWallMs(end, wallMsOf(end) + movedBy)))
  return withProperty(ended, 'recurrence-id', at)
}
