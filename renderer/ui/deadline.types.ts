/** A deadline as a row shows it. Days are working days; `time` is `10:00`, `date` is `14/11`. No deadline is no chip. */
export type DeadlineView =
  | { readonly kind: 'inTime'; readonly days: number }
  | { readonly kind: 'due'; readonly days: number }
  | { readonly kind: 'today'; readonly time?: string | undefined }
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'shared'; readonly days: number }
  | { readonly kind: 'flash'; readonly time?: string | undefined }
  | { readonly kind: 'done'; readonly date?: string | undefined }

export type DeadlineKind = DeadlineView['kind']
