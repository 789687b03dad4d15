import { wallMsOf, VIETNAM_ZONE, type CalendarTime } from './calendar-time.ts'
import { componentsOf, textOf, type JComponent } from './jcal.ts'
import type { Effort } from './expand-rule.ts'
import { MOST_EFFORT } from './limits.ts'
import { observedOffsets } from './observed-offsets.ts'

/** Tells what a clock of a zone is ahead of UTC. */
export interface Zones {
  /** Minutes east of UTC when the wall of this zone shows `wallMs`; undefined for a zone that nobody knows. */
  offsetAt(zone: string, wallMs: number): number | undefined
}

/** Names by which one large vendor's programs mean a zone of the world's list. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['SE Asia Standard Time', VIETNAM_ZONE],
  ['Asia/Saigon', VIETNAM_ZONE],
  ['China Standard Time', 'Asia/Shanghai'],
  ['Singapore Standard Time', 'Asia/Singapore'],
  ['Tokyo Standard Time', 'Asia/Tokyo'],
  ['Korea Standard Time', 'Asia/Seoul'],
  ['GMT Standard Time', 'Europe/London'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Romance Standard Time', 'Europe/Paris'],
  ['Eastern Standard Time', 'America/New_York'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
])

/** What asking a clock of the world's list costs beside looking at a day, and making one that was not asked before. */
const WORLD_COST = 20
const FORMAT_COST = 200

/**
 * The zones a calendar may name: those of the world's list by their name, others by what the calendar itself says of them. With an effort
 * every question is charged to it, and once it is spent the clock of Vietnam is told without looking: whoever gives one asks what is left of it.
 */
export function zonesOf(calendar: JComponent, charged?: Effort): Zones {
  const effort = charged ?? { timesLeft: MOST_EFFORT }
  const described = componentsOf(calendar, 'vtimezone')
  const own = new Map(described.map((zone) => [textOf(zone, 'tzid'), observedOffsets(zone, effort)]))
  return {
    offsetAt(zone, wallMs) {
      const name = OTHER_NAMES.get(zone) ?? zone
      if (charged !== undefined) {
        charged.timesLeft -= costOf(name)
        if (charged.timesLeft <= 0) return VIETNAM_MINUTES
      }
      return worldOffset(name, wallMs) ?? own.get(zone)?.(wallMs)
    },
  }
}

/** The instant, in milliseconds; a time without a zone, or of one that nobody knows, is taken on the clock of Vietnam. */
export function instantMsOf(time: CalendarTime, zones: Zones): number {
  const wallMs = wallMsOf(time)
  if (time.kind === 'utc') return wallMs
  const zone = time.kind === 'zoned' ? time.zone : VIETNAM_ZONE
  const minutes = zones.offsetAt(zone, wallMs) ?? zones.offsetAt(VIETNAM_ZONE, wallMs) ?? 0
  return wallMs - minutes * 60_000
}

/** What the wall shows beside this time's clock at an instant; the way back of `instantMsOf`. */
export function wallMsAt(instantMs: number, time: CalendarTime, zones: Zones): number {
  if (time.kind === 'utc') return instantMs
  const zone = time.kind === 'zoned' ? time.zone : VIETNAM_ZONE
  const near = zones.offsetAt(zone, instantMs) ?? 0
  const minutes = zones.offsetAt(zone, instantMs + near * 60_000) ?? near
  return instantMs + minutes * 60_000
}

const VIETNAM_MINUTES = 420
const formats = new Map<string, Intl.DateTimeFormat | undefined>()
/** Names are what others write: so many clocks are kept and no more. */
const MOST_FORMATS = 500

const costOf = (zone: string): number =>
  zone === VIETNAM_ZONE ? 1 : formats.has(zone.toLowerCase()) ? WORLD_COST : FORMAT_COST

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  const key = zone.toLowerCase()
  if (!formats.has(key)) {
    if (formats.size >= MOST_FORMATS) formats.clear()
    formats.set(key, newFormat(zone))
  }
  return formats.get(key)
}

/** A zone that the runtime does not know is told by a RangeError. */
function newFormat(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const OFFSET = /GMT(?:([+-])(\d\d):(\d\d))?/

/** Where the clock jumps, the offset before the jump counts for a time that does not exist (RFC 5545, 3.3.5). */
function worldOffset(zone: string, wallMs: number): number | undefined {
  if (zone === VIETNAM_ZONE) return VIETNAM_MINUTES
  const format = formatOf(zone)
  if (format === undefined) return undefined
  const at = (ms: number): number => {
    const [, sign, hours, minutes] = OFFSET.exec(format.format(ms)) ?? []
    const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
    return sign === '-' ? -size : size
  }
  const first = at(wallMs - at(wallMs) * 60_000)
  const before = at(wallMs - first * 60_000 - 86_400_000)
  const fits = (minutes: number): boolean => at(wallMs - minutes * 60_000) === minutes
  return fits(before) ? before : fits(first) ? first : before
}
