import { componentsOf, type JComponent, type JProperty } from '#shared/exchange/calendar/jcal.ts'

/** When a text was written or stored, which servers set as they like. */
const BOOKKEEPING = new Set(['dtstamp', 'created', 'last-modified'])

/**
 * Whether the events of two calendar objects say the same. Servers write an event in their own way, and programs leave marks of their own in it (`X-…`, reminders that
 * were seen): order, marks that only the found one has, and its reminders do not count.
 */
export function saysTheSame(found: JComponent, wanted: JComponent): boolean {
  const known = new Set(
    componentsOf(wanted, 'vevent').flatMap(([, properties]) => properties.map(([name]) => name)),
  )
  const said = (calendar: JComponent): string =>
    JSON.stringify(
      componentsOf(calendar, 'vevent')
        .map(([, properties]) => properties.filter(isSaid(known)).flatMap(wordsOf).toSorted().join('\n'))
        .toSorted(),
    )
  return said(found) === said(wanted)
}

const isSaid =
  (known: ReadonlySet<string>) =>
  ([name]: JProperty): boolean =>
    !BOOKKEEPING.has(name) && (!name.startsWith('x-') || known.has(name))

/** Lists of days are one property or many. */
const LISTS = new Set(['exdate', 'rdate', 'categories'])

function wordsOf([name, parameters, type, ...values]: JProperty): readonly string[] {
  const said = Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const word = (value: unknown): string => JSON.stringify([name, said, type, value])
  return LISTS.has(name) ? values.map(word) : [word(values)]
}
