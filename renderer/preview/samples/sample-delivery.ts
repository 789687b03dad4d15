import type { DeliveryCellView, DeliveryCode, DeliveryColumn, DeliveryRow } from '../../ui/delivery.types.ts'

const column = (name: string, ...heading: string[]): DeliveryColumn => ({ id: name, name, heading })

export const sampleColumns: readonly DeliveryColumn[] = [
  column('Văn phòng UBND tỉnh', 'VP', 'UBND'),
  column('Sở Tài chính', 'Sở', 'Tài chính'),
  column('Sở Y tế', 'Sở', 'Y tế'),
  column('Sở Xây dựng', 'Sở', 'Xây dựng'),
  column('Sở Giáo dục và Đào tạo', 'Sở', 'GD&ĐT'),
  column('UBND phường Bến Lam', 'P.', 'Bến Lam'),
  column('UBND phường Trà Giang', 'P.', 'Trà Giang'),
  column('UBND xã Đồng Vân', 'X.', 'Đồng Vân'),
  column('UBND xã Thạch Khê', 'X.', 'Thạch Khê'),
  column('UBND xã Phú Hoà', 'X.', 'Phú Hoà'),
  column('UBND xã Mường Lĩnh', 'X.', 'Mường Lĩnh'),
  column('UBND xã Tân Sơn', 'X.', 'Tân Sơn'),
]

const letters: Record<string, DeliveryCellView> = {
  q: { code: 'queued' },
  f: { code: 'failed' },
  '1': { code: '01' },
  l: { code: '01', isLate: true },
  '2': { code: '02' },
  '3': { code: '03' },
  '5': { code: '05' },
  '6': { code: '06' },
  r: { code: '13' },
}

/** One letter per column; a dot was not addressed. */
function row(number: string, date: string, subject: string, states: string): DeliveryRow {
  const cells = sampleColumns.flatMap(({ id }, index) => {
    const cell = letters[states[index] ?? '.']
    return cell === undefined ? [] : [[id, cell] as const]
  })
  const isReceived = (code: DeliveryCode) => ['03', '05', '06'].includes(code)
  return {
    id: number,
    number,
    date,
    subject,
    received: cells.filter(([, cell]) => isReceived(cell.code)).length,
    total: cells.length,
    cells: Object.fromEntries(cells),
  }
}

export const sampleDeliveries: readonly DeliveryRow[] = [
  row('1251/SNV-TCBC', '16/11', 'Báo cáo rà soát biên chế công chức cấp xã', '51..........'),
  row('1249/SNV-CCHC', '16/11', 'Đôn đốc chấm điểm chỉ số cải cách hành chính', '333113f31331'),
  row('1247/GM-SNV', '16/11', 'Mời họp thẩm định đề án vị trí việc làm', '.3333....q..'),
  row('1240/SNV-CCVC', '13/11', 'Hướng dẫn đánh giá, xếp loại công chức 2026', '3353ll3l332l'),
  row('1238/QĐ-SNV', '13/11', 'Nâng bậc lương thường xuyên đợt 2', '63..........'),
  row('1236/SNV-XDCQ', '13/11', 'Trả lời về cán bộ không chuyên trách thôn', '.......6....'),
  row('1233/KH-SNV', '12/11', 'Kiểm tra công vụ quý IV tại 12 xã, phường', '3....3353363'),
  row('1230/SNV-VTLT', '12/11', 'Nộp lưu hồ sơ vào lưu trữ lịch sử', '63333633l336'),
  row('1229/SNV-TCBC', '12/11', 'Lấy lại văn bản gửi nhầm nơi nhận', '...r........'),
  row('1221/BC-SNV', '11/11', 'Công tác thi đua, khen thưởng tháng 11', '665.........'),
  row('1218/SNV-CCVC', '10/11', 'Cử công chức dự lớp bồi dưỡng chính trị', '666665665666'),
  row('1215/TB-SNV', '09/11', 'Kết luận giao ban tuần 45', '.6666......6'),
]
