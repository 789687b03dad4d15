import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { codeOfLetter, mainFileOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import type { LetterStatus } from '#shared/domain/correspondence/letter-status.ts'
import type { Correspondent, Post } from '#shared/domain/directory/directory.ts'
import { weightiest, type Amendment } from '#shared/domain/documents/amendment.ts'
import type { BookDirection } from '#shared/domain/registers/book.ts'
import type { DocumentKind, OfficialDocument, Urgency } from '#shared/domain/documents/document.ts'
import type { DocumentStatus } from '#shared/domain/documents/document-status.ts'
import { codeOf } from '#shared/domain/format/boxes.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import type { Instant, LocalDate } from '#shared/kernel/instant.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import { rowsOfPage, type FormerRow } from './former.ts'
import type { ProjectedRow, Projection, ShownFacts } from './projection.ts'

interface FoundPaper extends ShownFacts {
  /** Key of the aggregate. */
  readonly id: string
  /** Agency it comes from. */
  readonly issuer: string
  /** Number and symbol; empty before there is a number. */
  readonly code: string
  readonly subject: string
  readonly signer: string
  readonly urgency: Urgency
  readonly issuedOn: LocalDate | null
  /** When it came here, or was last changed here. */
  readonly at: Instant
  /** Whatever else it says in words, to be found by. */
  readonly further: readonly string[]
  /** What counts of all that later ones did to it; null: nothing. */
  readonly amended: Amendment | null
  /** The file whose pages are read. */
  readonly file: (BlobRef & { readonly name: string }) | null
}

/** An incoming letter as search finds it. */
export interface FoundLetter extends FoundPaper {
  readonly what: 'letter'
  readonly status: LetterStatus
  readonly typeName: string
  /** Number in the register of arrivals. */
  readonly arrivalNumber: number | null
}

/** An outgoing document, from its first draft on. */
export interface FoundDocument extends FoundPaper {
  readonly what: 'document'
  readonly status: DocumentStatus
  readonly kind: DocumentKind
}

/** A line of a former register. */
export interface FoundFormer extends Omit<FoundPaper, keyof ShownFacts> {
  readonly what: 'former'
  readonly status: 'imported'
  readonly direction: BookDirection
  /** Number in that register; null where it had none. */
  readonly arrivalNumber: number | null
}

/** Somebody in an office of this agency. */
export interface FoundPerson extends Pick<Post, 'name' | 'title' | 'unit'> {
  readonly what: 'person'
  readonly id: string
}

/** An agency one may write to. */
export interface FoundAgency extends Pick<Correspondent, 'name' | 'code' | 'onBackbone'> {
  readonly what: 'agency'
  readonly id: string
}

/** What search shows of one thing. */
export type FoundRow = FoundLetter | FoundDocument | FoundFormer | FoundPerson | FoundAgency

/** How other documents name this one: a hash, since indexes hold no free text. */
export const refTo = (name: string): string => sha256Hex(name.trim()).slice(0, 32)

/** Everything that search can find. */
export const found: Projection = {
  table: 'found',
  rowsOf(of, facts) {
    switch (of.kind) {
      case 'letter':
        return [
          row(
            foundLetter(of.state, facts),
            of.state.content.answers.map((one) => one.documentId),
          ),
        ]
      case 'document':
        return [
          row(
            foundDocument(of.state, facts),
            of.state.fields.answers === null ? [] : [of.state.fields.answers],
          ),
        ]
      case 'post': {
        const { id, name, title, unit } = of.state
        return [row({ what: 'person', id: aggregateKey({ kind: 'post', id }), name, title, unit }, [])]
      }
      case 'correspondent': {
        const { id, name, code, onBackbone } = of.state
        return [
          row(
            { what: 'agency', id: aggregateKey({ kind: 'correspondent', id }), name, code, onBackbone },
            [],
          ),
        ]
      }
      case 'former-page':
        return rowsOfPage(of.state).map((one) => row(foundFormer(one), []))
      default:
        return []
    }
  },
}

const row = (content: FoundRow, answers: readonly string[]): ProjectedRow => ({
  id: content.id,
  index: { refs: answers.filter((name) => name.trim() !== '').map(refTo) },
  content,
  counts: [],
})

function foundLetter(state: Letter, facts: ShownFacts): FoundLetter {
  const { content, directive } = state
  const main = mainFileOf(state)
  return {
    ...facts,
    what: 'letter',
    id: aggregateKey({ kind: 'letter', id: state.id }),
    status: state.status,
    issuer: content.from.name,
    code: codeOfLetter(content),
    subject: content.subject,
    typeName: content.typeName,
    signer: content.signer.name,
    urgency: content.urgency,
    issuedOn: content.issuedOn,
    at: state.arrivedAt,
    arrivalNumber: state.number?.number ?? null,
    amended: weightiest(state.amendments) ?? null,
    further: [
      content.summary === content.subject ? '' : content.summary,
      directive?.text ?? '',
      state.result,
      ...state.files.slice(1).map((file) => file.name),
    ].filter((words) => words !== ''),
    file: main?.file.mediaType === 'application/pdf' ? { ...main.file, name: main.name } : null,
  }
}

function foundFormer({ id, direction, year, facts, files }: FormerRow): FoundFormer {
  const scan = files.find((one) => one.file.mediaType === 'application/pdf')
  const day = facts.date ?? facts.issuedOn ?? `${year}-12-31`
  return {
    what: 'former',
    id: `former/${id}`,
    status: 'imported',
    direction,
    issuer: facts.issuer,
    code: facts.code,
    subject: facts.subject,
    signer: facts.signer,
    urgency: 'normal',
    amended: null,
    issuedOn: facts.issuedOn,
    at: `${day}T00:00:00.000Z`,
    arrivalNumber: facts.number,
    further: [facts.receivers, facts.remark, ...files.map((one) => one.name)].filter((one) => one !== ''),
    file: scan === undefined ? null : { ...scan.file, name: scan.name },
  }
}

function foundDocument(state: OfficialDocument, facts: ShownFacts): FoundDocument {
  const { fields, number } = state
  const last = state.seal ?? state.signature ?? state.initials
  return {
    ...facts,
    what: 'document',
    id: aggregateKey({ kind: 'document', id: state.id }),
    status: state.status,
    kind: state.kind,
    issuer: fields.agency,
    code: number === null ? '' : codeOf(number.number, fields.symbol),
    subject: fields.subject,
    signer: fields.signerName,
    urgency: fields.urgency,
    issuedOn: number?.date ?? null,
    at: state.issuedAt ?? state.changedAt,
    amended: weightiest(state.amendments) ?? null,
    further: [
      ...new Set([
        ...fields.addressees,
        ...state.recipients.map((one) => one.name),
        ...state.attachments.map((one) => one.name),
      ]),
    ],
    file: last === null ? null : { ...last.pdf, name: fields.subject },
  }
}
