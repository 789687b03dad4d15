import type { Instant, LocalDate } from '#shared/kernel/instant.ts'
import type { Amendment, Amends } from '#shared/domain/documents/amendment.ts'
import type { OfficialDocument, Recipient, Urgency } from '#shared/domain/documents/document.ts'
import type { DocumentStatus } from '#shared/domain/documents/document-status.ts'
import type { Projection, ShownFacts } from './projection.ts'

/** A line of drafts and outgoing documents; the issue desk shows those that are signed, numbered or sealed. */
export interface OutgoingRow extends ShownFacts {
  readonly id: string
  readonly kind: OfficialDocument['kind']
  readonly status: DocumentStatus
  readonly subject: string
  readonly symbol: string
  readonly urgency: Urgency
  readonly dueDate: LocalDate | null
  readonly drafter: string
  readonly unit: string
  readonly reviewer: string | null
  /** Who checks the form; null: nobody is asked to. */
  readonly checker: string | null
  readonly signer: string | null
  readonly signerName: string
  readonly number: OfficialDocument['number']
  readonly recipients: readonly Recipient[]
  readonly attachmentCount: number
  readonly version: number
  readonly returnedReason: string | null
  readonly createdAt: Instant
  readonly changedAt: Instant
  readonly issuedAt: Instant | null
  /** The issued document it is about. */
  readonly amends: Amends | null
  readonly amendments: readonly Amendment[]
  /** The signature that was made last was not accepted by the node; absent otherwise. */
  readonly isRejected?: boolean
  /** The collective that issues it; absent: none. */
  readonly collective?: string
}

/** Box = status; newest change first. */
export const outgoing: Projection = {
  table: 'outgoing',
  rowsOf(of, facts) {
    if (of.kind !== 'document') return []
    const { state } = of
    const content: OutgoingRow = {
      ...facts,
      id: state.id,
      kind: state.kind,
      status: state.status,
      subject: state.fields.subject,
      symbol: state.fields.symbol,
      urgency: state.fields.urgency,
      dueDate: state.fields.dueDate,
      drafter: state.drafter.post,
      unit: state.unit,
      reviewer: state.route?.reviewer ?? null,
      checker: state.route?.checker ?? null,
      signer: state.route?.signer ?? null,
      signerName: state.fields.signerName,
      number: state.number,
      recipients: state.recipients,
      attachmentCount: state.attachments.length,
      version: state.version,
      returnedReason: state.returned?.reason ?? null,
      createdAt: state.createdAt,
      changedAt: state.changedAt,
      issuedAt: state.issuedAt,
      amends: state.amends ?? null,
      amendments: state.amendments ?? [],
      ...(state.rejected === undefined ? {} : { isRejected: true }),
      ...(state.fields.onBehalf === undefined ? {} : { collective: state.fields.onBehalf.collective }),
    }
    return [
      {
        id: state.id,
        index: { box: state.status, sort: `${state.changedAt} ${state.id}` },
        content,
        counts: [`outgoing/${state.status}`],
      },
    ]
  },
}
