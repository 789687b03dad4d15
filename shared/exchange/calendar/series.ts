import { componentsOf, textOf, propertyOf, type JComponent } from './jcal.ts'

/** All components of one event: the series or the single event itself, and occurrences that were changed by themselves. */
export interface Series {
  readonly uid: string
  readonly master: JComponent | undefined
  readonly overrides: readonly JComponent[]
}

/** The events of a calendar by their UID, in the order of the file; components without one are left out. */
export function seriesOf(calendar: JComponent): readonly Series[] {
  const byUid = new Map<string, { master: JComponent | undefined; overrides: JComponent[] }>()
  for (const component of componentsOf(calendar, 'vevent')) {
    const uid = textOf(component, 'uid')
    if (uid === undefined || uid === '') continue
    const series = byUid.get(uid) ?? { master: undefined, overrides: [] }
    byUid.set(uid, series)
    if (propertyOf(component, 'recurrence-id') !== undefined) series.overrides.push(component)
    else series.master ??= component
  }
  return [...byUid].map(([uid, series]) => ({ uid, ...series }))
}

/** The same calendar with the components of one event replaced; none takes the event out. */
export function withSeries(calendar: JComponent, uid: string, next: Series | undefined): JComponent {
  const [name, properties, components] = calendar
  const isOwn = (component: JComponent): boolean =>
    component[0] === 'vevent' && textOf(component, 'uid') === uid
  const at = components.findIndex(isOwn)
  const others = components.filter((component) => !isOwn(component))
  const place = at === -1 ? others.length : at
  const own = next === undefined ? [] : [...(next.master ? [next.master] : []), ...next.overrides]
  return [name, properties, [...others.slice(0, place), ...own, ...others.slice(place)]]
}
