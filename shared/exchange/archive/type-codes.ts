import { kindNames, type KindName } from '../../domain/documents/kind-names.ts'
import { foldText } from '../../kernel/text-folding.ts'

const codes: Readonly<Record<KindName, string>> = {
  'Nghị quyết': '01',
  'Quyết định': '02',
  'Chỉ thị': '03',
  'Quy chế': '04',
  'Quy định': '05',
  'Thông cáo': '06',
  'Thông báo': '07',
  'Hướng dẫn': '08',
  'Chương trình': '09',
  'Kế hoạch': '10',
  'Phương án': '11',
  'Đề án': '12',
  'Dự án': '13',
  'Báo cáo': '14',
  'Biên bản': '20',
  'Tờ trình': '15',
  'Hợp đồng': '21',
  'Công văn': '22',
  'Công điện': '23',
  'Bản ghi nhớ': '24',
  'Bản thỏa thuận': '25',
  'Giấy ủy quyền': '16',
  'Giấy mời': '26',
  'Giấy giới thiệu': '27',
  'Giấy nghỉ phép': '28',
  'Phiếu gửi': '17',
  'Phiếu chuyển': '18',
  'Phiếu báo': '19',
  'Thư công': '29',
}

/** Code of a kind of document in archive metadata (Circular 05/2025 Annex I `typeName`), however its marks are placed; 32: other. */
export function documentTypeCode(typeName: string): string {
  const wanted = foldText(typeName)
  const kind = kindNames.find((name) => wanted.startsWith(foldText(name)))
  return kind === undefined ? '32' : codes[kind]
}
