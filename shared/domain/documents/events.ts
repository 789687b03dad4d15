import type { Happened } from '../decision.ts'
import type { BlobRef } from '../blob-ref.ts'
import type { Amendment, Amends } from './amendment.ts'
import type { Attachment, DocumentFields, DocumentKind, Recipient, Route } from './document.ts'
import type { OfMeeting } from './of-meeting.ts'
import type { PageMark } from './page-mark.ts'

/** Stored for ever: a changed meaning is a new type. */
export type DocumentEvent = Happened &
  (
    | {
        readonly type: 'created'
        readonly kind: DocumentKind
        readonly unit: string
        readonly fields: DocumentFields
        readonly amends?: Amends
        readonly ofMeeting?: OfMeeting
      }
    | {
        readonly type: 'fieldsEdited'
        readonly patch: { readonly [K in keyof DocumentFields]?: DocumentFields[K] | undefined }
      }
    | { readonly type: 'textEdited'; readonly update: string }
    | { readonly type: 'routeSet'; readonly route: Route }
    | { readonly type: 'recipientsSet'; readonly recipients: readonly Recipient[] }
    | { readonly type: 'attached'; readonly attachment: Attachment }
    | { readonly type: 'detached'; readonly attachment: string }
    | { readonly type: 'submitted'; readonly note: string }
    | { readonly type: 'returned'; readonly reason: string; readonly marks?: readonly PageMark[] | undefined }
    | { readonly type: 'initialled'; readonly pdf: BlobRef; readonly level: 'B-B' | 'B-T' }
    | { readonly type: 'initialsVoided' }
    | { readonly type: 'signed'; readonly pdf: BlobRef; readonly level: 'B-B' | 'B-T' }
    | { readonly type: 'numberTaken'; readonly book: string; readonly number: number; readonly date: string }
    | { readonly type: 'sealed'; readonly pdf: BlobRef; readonly level: 'B-B' | 'B-T' }
    | { readonly type: 'issued' }
    | { readonly type: 'amended'; readonly amendment: Amendment }
  )
