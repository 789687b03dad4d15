import type { BookDirection } from '../../../shared/domain/registers/book.ts'

/** Titles and columns of the registers as Decree 30/2020/NĐ-CP prints them, Annex IV; not read from the program. */
export const annexIV: Readonly<
  Record<BookDirection, { readonly title: string; readonly headings: readonly string[] }>
> = {
  outgoing: {
    title: 'SỔ ĐĂNG KÝ VĂN BẢN ĐI',
    headings: [
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
  },
  incoming: {
    title: 'SỔ ĐĂNG KÝ VĂN BẢN ĐẾN',
    headings: [
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
  },
}
