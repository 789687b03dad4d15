import { timeOf, wallMsOf } from './calendar-time.ts'
import { expandRule } from './expand-rule.ts'
import { propertiesOf, propertyOf, type JComponent, type JValue } from './jcal.ts'
import { ruleOf } from './recurrence-rule.ts'

const DAY_MS = 86_400_000
const OFFSET = /^([+-])(\d\d):?(\d\d)(?::?\d\d)?$/
/** An observance comes once a year: the last one lies in these. */
const LOOKED_BACK_MS = 800 * DAY_MS

/** Minutes east of UTC by what a calendar says itself of a zone (RFC 5545, 3.6.5): the observance that began last. */
export function observedOffsets(zone: JComponent, wallMs: number): number | undefined {
  let latest: { readonly ms: number; readonly minutes: number } | undefined
  for (const observance of zone[2]) {
    const minutes = minutesOf(propertyOf(observance, 'tzoffsetto')?.[3])
    const ms = lastOnset(observance, wallMs)
    if (minutes === undefined || ms === undefined) continue
    if (latest === undefined || ms > latest.ms) latest = { ms, minutes }
  }
  return latest?.minutes ?? minutesOf(propertyOf(zone[2][0] ?? zone, 'tzoffsetfrom')?.[3])
}

function lastOnset(observance: JComponent, wallMs: number): number | undefined {
  const startProperty = propertyOf(observance, 'dtstart')
  const start = startProperty && timeOf(startProperty)
  if (start === undefined) return undefined
  const startMs = wallMsOf(start)
  const onsets = [startMs]
  for (const property of propertiesOf(observance, 'rdate')) {
    const time = timeOf(property)
    if (time !== undefined) onsets.push(wallMsOf(time))
  }
  const rule = ruleOf(propertyOf(observance, 'rrule')?.[3])
  if (typeof rule !== 'string') {
    const untilMs = rule.until === undefined ? undefined : wallMsOf(rule.until) + DAY_MS
    const window = { fromMs: wallMs - LOOKED_BACK_MS, toMs: wallMs }
    onsets.push(...expandRule(rule, startMs, untilMs, window, { timesLeft: ONE_ZONE_DAYS }).startsMs)
  }
  const past = onsets.filter((ms) => ms <= wallMs)
  return past.length === 0 ? undefined : Math.max(...past)
}

const ONE_ZONE_DAYS = 10_000

function minutesOf(value: JValue | undefined): number | undefined {
  const [, sign, hours, minutes] = OFFSET.exec(typeof value === 'string' ? value : '') ?? []
  if (hours === undefined || minutes === undefined) return undefined
  const size = Number(hours) * 60 + Number(minutes)
  return sign === '-' ? -size : size
}
