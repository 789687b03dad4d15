import { attendeeOf } from '../attendee.ts'
import { propertiesOf, type JComponent, type JProperty } from '../jcal.ts'
import type { Significance } from './message.ts'

/** What differs between two versions of an event; named as the properties are. */
export interface Changes {
  readonly names: readonly string[]
  readonly significance: Significance
}

/** A change of these makes the answers given void: who agreed to one hour did not agree to another (RFC 5546, 2.1.4). */
const OF_TIME: readonly string[] = [
  'dtstart',
  'dtend',
  'duration',
  'rrule',
  'rdate',
  'exdate',
  'recurrence-id',
  'status',
]
const OF_WORDS: readonly string[] = [
  'summary',
  'location',
  'description',
  'url',
  'conference',
  'attach',
  'priority',
  'class',
  'organizer',
]

/** Compares two versions of one component; an answer of an attendee is no change of the event. */
export function changesOf(before: JComponent, after: JComponent): Changes {
  const differs = (name: string): boolean => said(before, name) !== said(after, name)
  const time = OF_TIME.filter(differs)
  const words = OF_WORDS.filter(differs)
  const people = invited(before) === invited(after) ? [] : ['attendee']
  const names = [...time, ...words, ...people]
  return { names, significance: time.length > 0 ? 'significant' : names.length > 0 ? 'minor' : 'none' }
}

function said(component: JComponent, name: string): string {
  const texts = propertiesOf(component, name).map(([, { tzid }, , ...values]: JProperty) =>
    JSON.stringify([tzid ?? null, values]),
  )
  return texts.sort().join('\n')
}

function invited(component: JComponent): string {
  return propertiesOf(component, 'attendee')
    .map((property) => {
      const { address, role, kind } = attendeeOf(property)
      return `${address} ${role} ${kind}`
    })
    .sort()
    .join('\n')
}
