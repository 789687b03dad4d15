import type { BlobRef } from '#shared/domain/blob-ref.ts'
import { weekWords } from '#shared/domain/schedule/week-form.ts'
import { numberOfWeek } from '#shared/domain/schedule/iso-week.ts'
import { weekPage, type PrintedWeek } from '#shared/domain/schedule/week-page.ts'
import { printFonts } from '#shared/ipc/print-fonts.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { NativeApi } from '../../../native/native-api.ts'

/** The schedule of a week as tagged PDF, A4 landscape, in the store of this desk. */
export async function printWeek(native: NativeApi, printed: PrintedWeek, author: string): Promise<BlobRef> {
  const { blob } = await native.invoke('pdf.render', {
    html: weekPage(printed, printFonts),
    fields: [],
    title: `${weekWords.title} ${numberOfWeek(printed.week)}`,
    author,
    createdAt: instantFrom(Date.now()),
  })
  return blob
}
