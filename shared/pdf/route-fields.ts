import type { FieldSpec } from './form-fields.ts'

/** Names of the fields of an outgoing document; stored in signed files, never to be changed. */
export const RouteField = { leader: 'leader', number: 'number', date: 'date', seal: 'seal' } as const

/** Name of the n-th place for initials, counted from 1: `initials`, `initials-2` … */
export function initialsField(position: number): string {
  return position === 1 ? 'initials' : `initials-${position}`
}

export interface RouteFieldLabels {
  readonly initials: (position: number) => string
  readonly leader: string
  readonly number: string
  readonly date: string
  readonly seal: string
}

/**
 * All fields of the route of an outgoing document, in the order they are signed and drawn: the seal comes last and lies over the
 * leader's signature. Number and date stay open under the leader's signature and are closed by the seal.
 */
export function routeFields(route: {
  readonly initials: number
  readonly labels: RouteFieldLabels
  readonly number: { readonly sizePt: number; readonly align: 'left' | 'center' | 'right' }
  /** null: no date stands on the page. */
  readonly date: { readonly sizePt: number; readonly align: 'left' | 'center' | 'right' } | null
}): readonly FieldSpec[] {
  const { labels } = route
  const { leader, number, date, seal } = RouteField
  return [
    ...Array.from({ length: route.initials }, (_, index): FieldSpec => {
      return { kind: 'signature', name: initialsField(index + 1), label: labels.initials(index + 1) }
    }),
    {
      kind: 'signature',
      name: leader,
      label: labels.leader,
      lock: { action: 'Exclude', fields: route.date === null ? [number, seal] : [number, date, seal] },
    },
    { kind: 'text', name: number, label: labels.number, face: 'regular', ...route.number },
    ...(route.date === null
      ? []
      : [{ kind: 'text', name: date, label: labels.date, face: 'italic', ...route.date } as const]),
    { kind: 'signature', name: seal, label: labels.seal, lock: { action: 'All' } },
  ]
}
