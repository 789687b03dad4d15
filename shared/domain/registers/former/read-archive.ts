import { z } from 'zod'
import {
  formerEntryId,
  formerFacts,
  isSecretLine,
  type FormerFacts,
  type FormerFile,
  type FormerShelf,
} from './former-entry.ts'
import { numberOfCell } from './former-values.ts'
import type { ReadLine, RefusedReason } from './read-former-rows.ts'

const text = z.string().max(4000)

/** What a message of an archive says of its document, as `DocumentFields` of edXML has it. */
export const archivedDocument = z.strictObject({
  organId: text,
  organName: text,
  number: text,
  notation: text,
  issuedOn: z.iso.date().nullable(),
  typeName: text,
  subject: text,
  signer: text,
  receivers: z.array(text).max(1000),
})
export type ArchivedDocument = z.infer<typeof archivedDocument>

/** A message of an archive; null: it cannot be read. */
export interface ArchivedLine {
  readonly document: ArchivedDocument | null
  readonly files: readonly FormerFile[]
}

/** Of which register the messages are taken; `lastNumber` as in `ReadPlan`. */
export interface ArchivePlan extends FormerShelf {
  readonly lastNumber: number | null
}

/** Messages as lines, counted from 1 in the order of the archive. Arrivals have no number here: no register gave them one. */
export function readArchive(messages: readonly ArchivedLine[], plan: ArchivePlan): readonly ReadLine[] {
  return messages.map(({ document, files }, index): ReadLine => {
    const line = index + 1
    const read = document === null ? 'unreadable' : factsOf(document, files, plan)
    if (typeof read === 'string') return { what: 'refused', line, reason: read }
    const id = formerEntryId(plan, read)
    return { what: 'entry', line, fileName: '', entry: { id, line, facts: read, files: [...files] } }
  })
}

/** From this agency: outgoing; from any other: incoming. */
export const directionOfArchive = (
  messages: readonly ArchivedLine[],
  ownCodes: readonly string[],
): FormerShelf['direction'] => {
  const known = messages.flatMap(({ document }) => document ?? [])
  const own = known.filter((document) => ownCodes.includes(document.organId)).length
  return own * 2 > known.length ? 'outgoing' : 'incoming'
}

function factsOf(
  document: ArchivedDocument,
  files: readonly FormerFile[],
  { direction, year, lastNumber }: ArchivePlan,
): FormerFacts | RefusedReason {
  const { number, notation, issuedOn, typeName, subject } = document
  const words = [subject, typeName, notation, ...document.receivers, ...files.map((file) => file.name)]
  if (isSecretLine(words)) return 'secret'
  if (issuedOn === null) return 'date-missing'
  if (Number(issuedOn.slice(0, 4)) !== year) return 'year-differs'
  const given = direction === 'outgoing' ? numberOfCell(number)?.number : undefined
  if (direction === 'outgoing' && given === undefined)
    return number === '' ? 'number-missing' : 'number-unreadable'
  if (lastNumber !== null && given !== undefined && given > lastNumber) return 'number-in-use'
  const facts: FormerFacts = {
    number: given ?? null,
    date: direction === 'outgoing' ? issuedOn : null,
    code: [number, notation].filter((part) => part !== '').join('/'),
    issuedOn,
    issuer: document.organName,
    subject: [typeName, subject].filter((part) => part !== '').join(' '),
    signer: document.signer,
    receivers: document.receivers.join('; '),
    keeper: '',
    copies: '',
    transferred: '',
    receipt: '',
    remark: '',
  }
  return formerFacts.safeParse(facts).success ? facts : 'too-long'
}
