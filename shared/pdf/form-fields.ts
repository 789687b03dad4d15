import { FIELD_LINK } from '../domain/format/official-page.ts'

/** The field that a link address of the page stands for; undefined for any other link. */
export function fieldOfLink(address: string): string | undefined {
  return address.startsWith(FIELD_LINK) ? address.slice(FIELD_LINK.length) : undefined
}

/** Which fields may no longer change once a signature field is signed (ISO 32000-1, 12.8.2.4 and table 233). */
export type FieldLock =
  { readonly action: 'All' } | { readonly action: 'Include' | 'Exclude'; readonly fields: readonly string[] }

/** A place for a signature. `label` is what assistive technology reads. */
export interface SignatureFieldSpec {
  readonly kind: 'signature'
  readonly name: string
  readonly label: string
  readonly lock?: FieldLock
}

/** A read-only line of text that is known only at the seal; `sizePt` in points. Its placeholder is aligned to `text-bottom`. */
export interface TextFieldSpec {
  readonly kind: 'text'
  readonly name: string
  readonly label: string
  readonly face: 'regular' | 'italic'
  readonly sizePt: number
  readonly align: 'left' | 'center' | 'right'
}

/** One form field made before the first signature. */
export type FieldSpec = SignatureFieldSpec | TextFieldSpec
