import { textOf, type JComponent, type JProperty } from '../jcal.ts'
import { vietnamZone } from '../vietnam-zone.ts'

/** What a scheduling message wants (RFC 5546, 1.4). */
export const itipMethods = [
  'PUBLISH',
  'REQUEST',
  'REPLY',
  'ADD',
  'CANCEL',
  'REFRESH',
  'COUNTER',
  'DECLINECOUNTER',
] as const
export type ItipMethod = (typeof itipMethods)[number]

/** How much a change matters to who gets it: the time or whether it takes place at all, or only its words. */
export type Significance = 'none' | 'minor' | 'significant'

/** A message to send, and to whom; addresses as `mailto:…`. */
export interface OutgoingMessage {
  readonly method: ItipMethod
  readonly from: string
  readonly to: readonly string[]
  readonly significance: Significance
  readonly calendar: JComponent
}

/** The method of a message; undefined for a calendar that is none. */
export function methodOf(calendar: JComponent): ItipMethod | undefined {
  const method = textOf(calendar, 'method')?.toUpperCase()
  return itipMethods.find((one) => one === method)
}

/** Names this program in what it writes. */
export const PRODUCT: JProperty = ['prodid', {}, 'text', '-//Congso//Cong so//VI']

/** A message of these components; the zones it names come with it. */
export function messageOf(method: ItipMethod, components: readonly JComponent[]): JComponent {
  const names = (component: JComponent): boolean =>
    component[1].some(([, { tzid }]) => tzid === textOf(vietnamZone, 'tzid'))
  const zones = components.some(names) ? [vietnamZone] : []
  return [
    'vcalendar',
    [['version', {}, 'text', '2.0'], PRODUCT, ['method', {}, 'text', method]],
    [...zones, ...components],
  ]
}
