import type { Post } from '#shared/domain/directory/directory.ts'
import { foldText } from '#shared/kernel/text-folding.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import {
  parseAccessText,
  timeOfAccess,
  type AccessBody,
  type AccessKind,
  type KeptAccess,
} from '#shared/log/access.ts'
import type { SheetTable } from '#shared/spreadsheet/table.ts'
import type { Formats } from '../../i18n/formats.ts'
import type { Translate } from '../../i18n/messages.ts'

/** One access as it is read. */
export interface AccessLine {
  readonly id: string
  readonly at: Instant
  readonly receivedAt: Instant
  readonly kind: AccessKind
  readonly name: string
  readonly title: string
  readonly file: string
  readonly computer: string
}

interface LineWords {
  readonly t: Translate
  readonly people: readonly Post[]
  readonly fileOf: (access: AccessBody) => string
}

/** The newest first. */
export function accessLines(accesses: readonly KeptAccess[], words: LineWords): readonly AccessLine[] {
  const posts = new Map(words.people.map((post) => [post.person, post]))
  return accesses
    .map(({ receivedAt, record }): AccessLine => {
      const body = parseAccessText(record.text)
      const post = posts.get(body.person)
      return {
        id: body.id,
        at: timeOfAccess(body, receivedAt),
        receivedAt,
        kind: body.access,
        name: post?.name ?? words.t('accesses.formerPerson'),
        title: post?.title ?? '',
        file: words.fileOf(body),
        computer: body.computer,
      }
    })
    .sort((a, b) => b.at.localeCompare(a.at))
}

/** Those of one kind (null: all) that say every word looked for, with or without accents. */
export function foundLines(
  lines: readonly AccessLine[],
  kind: AccessKind | null,
  query: string,
): readonly AccessLine[] {
  const words = foldText(query).split(' ')
  return lines.filter((line) => {
    const text = foldText(`${line.name} ${line.title} ${line.file} ${line.computer}`)
    return (kind === null || line.kind === kind) && words.every((word) => text.includes(word))
  })
}

/** The lines as a sheet, with the time at which each came to the node. */
export function accessTable(lines: readonly AccessLine[], t: Translate, formats: Formats): SheetTable {
  const columns = [
    ['at', 18],
    ['who', 28],
    ['title', 24],
    ['what', 16],
    ['file', 40],
    ['computer', 20],
    ['receivedAt', 18],
  ] as const
  const withSeconds = (at: Instant): string => `${formats.date(at)} ${formats.timeWithSeconds(at)}`
  return {
    name: t('accesses.title'),
    columns: columns.map(([id, widthChars]) => ({ heading: t(`accesses.columns.${id}`), widthChars })),
    rows: lines.map((line) => [
      withSeconds(line.at),
      line.name,
      line.title,
      t(`accesses.kinds.${line.kind}`),
      line.file,
      line.computer,
      withSeconds(line.receivedAt),
    ]),
  }
}
