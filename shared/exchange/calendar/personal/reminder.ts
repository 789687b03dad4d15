import { durationMs } from '../duration.ts'
import { componentsOf, propertyOf, textOf, withComponents, type JComponent } from '../jcal.ts'

const MINUTE_MS = 60_000

/** Minutes before its beginning at which one is reminded; null: never, or by the clock. */
export function reminderOf(event: JComponent): number | null {
  for (const alarm of componentsOf(event, 'valarm')) {
    const minutes = minutesOf(alarm)
    if (minutes !== null) return minutes
  }
  return null
}

/** The event with one reminder of this kind, or none; others that it came with stay. */
export function withReminder(event: JComponent, minutes: number | null): JComponent {
  if (reminderOf(event) === minutes) return event
  const others = event[2].filter((one) => one[0] !== 'valarm' || minutesOf(one) === null)
  if (minutes === null) return withComponents(event, others)
  const alarm: JComponent = [
    'valarm',
    [
      ['action', {}, 'text', 'DISPLAY'],
      ['description', {}, 'text', textOf(event, 'summary') ?? ''],
      ['trigger', {}, 'duration', minutes === 0 ? 'PT0S' : `-PT${String(minutes)}M`],
    ],
    [],
  ]
  return withComponents(event, [...others, alarm])
}

function minutesOf(alarm: JComponent): number | null {
  // Who sends mail by it is another program.
  if (textOf(alarm, 'action')?.toUpperCase() === 'EMAIL') return null
  const trigger = propertyOf(alarm, 'trigger')
  if (trigger === undefined || trigger[1]['related'] === 'END' || typeof trigger[3] !== 'string') return null
  const ms = durationMs(trigger[3])
  return ms === undefined || ms > 0 ? null : Math.round(-ms / MINUTE_MS)
}
