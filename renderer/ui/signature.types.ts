import type { Verdict } from './verdict.types.ts'

/** One signature or seal as the panel shows it; times and dates as shown. */
export interface SignatureView {
  readonly id: string
  readonly kind: 'person' | 'agency'
  readonly name: string
  readonly role?: string | undefined
  readonly verdict: Exclude<Verdict, 'paper' | 'unsigned'>
  /** Why it is not simply valid, in plain words. */
  readonly reasons?: readonly string[] | undefined
  readonly time?: string | undefined
  /** False: the signer's own clock said so. */
  readonly isTimeTrusted: boolean
  readonly certificate?: {
    readonly kind: 'publicService' | 'commercial' | 'practice'
    readonly until: string
    readonly isExpired: boolean
  }
  /** Code of the agency it belongs to; null when the directory knows none; undefined when not looked up. */
  readonly directoryCode?: string | null | undefined
}

export interface SignatureReport {
  readonly verdict: Verdict
  /** What of the content is proven since signing. */
  readonly content: 'unchanged' | 'changed' | 'unknown'
  readonly checked: { readonly where: 'here' | 'node'; readonly time: string }
  readonly signatures: readonly SignatureView[]
  readonly revocation?:
    | { readonly state: 'fresh'; readonly time: string }
    | { readonly state: 'stale'; readonly days: number }
    | { readonly state: 'none' }
    | undefined
}
