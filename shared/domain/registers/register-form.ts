import type { BookDirection } from './book.ts'

/** Headings of the registers, literal (Decree 30 Annex IV): outgoing, incoming. At least these ten. */
export const registerHeadings: Readonly<Record<BookDirection, readonly string[]>> = {
  outgoing: [
    'Số, ký hiệu văn bản',
    'Ngày tháng văn bản',
    'Tên loại và trích yếu nội dung văn bản',
    'Người ký',
    'Nơi nhận văn bản',
    'Đơn vị, người nhận bản lưu',
    'Số lượng bản',
    'Ngày chuyển',
    'Ký nhận',
    'Ghi chú',
  ],
  incoming: [
    'Ngày đến',
    'Số đến',
    'Tác giả',
    'Số, ký hiệu văn bản',
    'Ngày tháng văn bản',
    'Tên loại và trích yếu nội dung văn bản',
    'Đơn vị hoặc người nhận',
    'Ngày chuyển',
    'Ký nhận',
    'Ghi chú',
  ],
}

/** Titles of the registers (Decree 30 Annex IV). */
export const registerTitles: Readonly<Record<BookDirection, string>> = {
  outgoing: 'SỔ ĐĂNG KÝ VĂN BẢN ĐI',
  incoming: 'SỔ ĐĂNG KÝ VĂN BẢN ĐẾN',
}

/** A cell of a register: what stands there, and what stood there before it was corrected. */
export interface RegisterCell {
  readonly text: string
  /** Struck out before the text; absent where nothing was corrected. */
  readonly struck?: string
}

/** A line of a register: ten cells in the order of the form. */
export interface RegisterEntry {
  readonly number: number
  readonly cells: readonly RegisterCell[]
  /** The number was taken out of use: its line is struck, with the reason in the last column. */
  readonly isVoided: boolean
}

/** Cover of a register (Decree 30 Annex IV). Dates and numbers as printed. */
export interface RegisterCover {
  readonly superior: string
  readonly agency: string
  readonly year: number
  readonly fromDate: string
  readonly untilDate: string
  readonly first: string
  readonly last: string
  readonly volume: number
}
