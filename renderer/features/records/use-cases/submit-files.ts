import type { Refusal } from '#shared/domain/decision.ts'
import type { Agency, Post } from '#shared/domain/directory/directory.ts'
import { handOverMinutesPage, submissionIndexPage, type Minutes } from '#shared/domain/format/record-forms.ts'
import { printFonts } from '#shared/ipc/print-fonts.ts'
import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { instantFrom, type LocalDate } from '#shared/kernel/instant.ts'
import type { Result } from '#shared/kernel/result.ts'
import type { NativeApi } from '../../../native/native-api.ts'
import type { FileRow } from '../../../projections/records.ts'
import type { Desk, Done } from '../../../sync/desk-api.ts'

interface Submit {
  readonly native: NativeApi
  readonly desk: Desk
  readonly agency: Agency
  readonly me: Post
  readonly archivist: string
  readonly files: readonly FileRow[]
  readonly today: LocalDate
}

/** Submits closed files: prints index and minutes (Decree 30 Annex V) and sends both with the act. Rejects when a page could not be made. */
export async function submitFiles(of: Submit): Promise<Result<Done, Refusal>> {
  const { native, desk, agency, me, files, today, archivist } = of
  const head = headOf(agency, today)
  const lines = files.map((file) => ({ ...file, endedOn: file.endedOn ?? today }))
  const documents = files.reduce((sum, file) => sum + file.itemCount, 0)
  const minutes: Minutes = {
    giver: me.name,
    receivers: [archivist],
    bases: ['Điều 30 Nghị định số 30/2020/NĐ-CP', 'Điều 19 Thông tư số 05/2025/TT-BNV'],
    mass: `Hồ sơ công việc của ${me.name}`,
    span: [...new Set(files.map((file) => String(file.year)))].join(', '),
    quantity: `tài liệu điện tử: ${files.length} hồ sơ, ${documents} văn bản`,
    condition: 'đầy đủ, dữ liệu toàn vẹn theo mã băm trong mục lục',
    lines: files.map((file) => ({ what: 'Hồ sơ', title: `${file.notation} ${file.title}`, to: archivist })),
  }
  const index = await printForm(
    native,
    agency,
    'Mục lục hồ sơ nộp lưu',
    submissionIndexPage(head, lines, { maker: me.name, fonts: printFonts }),
  )
  const report = await printForm(
    native,
    agency,
    'Biên bản giao nhận',
    handOverMinutesPage(head, minutes, printFonts),
  )
  const aggregate = { kind: 'submission', id: desk.newId() } as const
  const payload = { files: files.map((file) => file.id), index, minutes: report }
  return desk.act(aggregate, 'submission.send', payload)
}

/** The head of a form of this agency, dated on a day. */
export const headOf = (agency: Agency, date: LocalDate) => ({
  superior: agency.superior,
  agency: agency.letterhead,
  place: agency.place,
  date,
})

/** Prints a form as tagged PDF into the store of this desk. */
export async function printForm(
  native: NativeApi,
  agency: Agency,
  title: string,
  html: string,
): Promise<BlobRef> {
  const createdAt = instantFrom(Date.now())
  const { blob } = await native.invoke('pdf.render', {
    html,
    fields: [],
    title,
    author: agency.name,
    createdAt,
  })
  return blob
}
