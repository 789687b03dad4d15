import { foldText } from '../../kernel/text-folding.ts'
import type { DocumentTypeFields } from './message.ts'

/** DocumentType/Type. On the wire. */
const DocumentGroup = { legalNormative: 1, administrative: 2 } as const
type DocumentGroup = (typeof DocumentGroup)[keyof typeof DocumentGroup]

/** TypeName of the legal normative documents in the order of TypeDetail, from 1. On the wire. */
const LEGAL_NORMATIVE = [
  'Hiến pháp',
  'Luật',
  'Pháp lệnh',
  'Lệnh',
  'Nghị quyết',
  'Nghị quyết liên tịch',
  'Nghị định',
  'Quyết định',
  'Thông tư',
  'Thông tư liên tịch',
  'Chỉ thị',
  'Bộ luật',
] as const

/** TypeName of the administrative documents in the order of TypeDetail, from 1 (Decree 30/2020, article 7). On the wire. */
const ADMINISTRATIVE = [
  'Nghị quyết (cá biệt)',
  'Quyết định (cá biệt)',
  'Chỉ thị',
  'Quy chế',
  'Quy định',
  'Thông cáo',
  'Thông báo',
  'Hướng dẫn',
  'Chương trình',
  'Kế hoạch',
  'Phương án',
  'Đề án',
  'Dự án',
  'Báo cáo',
  'Biên bản',
  'Tờ trình',
  'Hợp đồng',
  'Công văn',
  'Công điện',
  'Bản ghi nhớ',
  'Bản cam kết',
  'Bản thỏa thuận',
  'Giấy chứng nhận',
  'Giấy ủy quyền',
  'Giấy mời',
  'Giấy giới thiệu',
  'Giấy nghỉ phép',
  'Giấy đi đường',
  'Giấy biên nhận hồ sơ',
  'Phiếu gửi',
  'Phiếu chuyển',
  'Thư công',
] as const

/** A type of the official lists. */
export interface ResolvedDocumentType {
  readonly group: DocumentGroup
  /** From 1. */
  readonly detail: number
  readonly name: string
}

const listed = (group: DocumentGroup, names: readonly string[]): ResolvedDocumentType[] =>
  names.map((name, index) => ({ group, detail: index + 1, name }))
const ALL = [
  ...listed(DocumentGroup.administrative, ADMINISTRATIVE),
  ...listed(DocumentGroup.legalNormative, LEGAL_NORMATIVE),
]
const nameKey = (name: string): string => foldText(name.replace(/\(.*\)/, ''))
const BY_NAME = new Map(ALL.toReversed().map((type) => [nameKey(type.name), type]))
const LARGEST_GROUP = 2

/**
 * The official type a message means: by name (accents, case and blanks folded), else by group and number, else by a `Type`
 * above 2 taken as an administrative number. Undefined when none fits; Quyết định and the like count as administrative unless
 * the group says otherwise.
 */
export function resolveDocumentType(type: DocumentTypeFields): ResolvedDocumentType | undefined {
  const { group, detail, name } = type
  const byName = name === undefined ? undefined : BY_NAME.get(nameKey(name))
  if (byName !== undefined) {
    const inGroup = ALL.find((one) => one.group === group && nameKey(one.name) === nameKey(byName.name))
    return inGroup ?? byName
  }
  if (group !== undefined && group > LARGEST_GROUP) return typeAt(DocumentGroup.administrative, group)
  if (group === undefined || detail === undefined) return undefined
  return typeAt(group, detail)
}

function typeAt(group: number, detail: number): ResolvedDocumentType | undefined {
  return ALL.find((one) => one.group === group && one.detail === detail)
}

/** True when the three fields say the same official type. */
export function isConsistentType(type: DocumentTypeFields): boolean {
  const resolved = resolveDocumentType(type)
  return resolved !== undefined && resolved.group === type.group && resolved.detail === type.detail
}
