import type { Role } from '#shared/domain/decision.ts'
import type { Agency, Post, Unit } from '#shared/domain/directory/directory.ts'

/** A person of the practice province. All are invented. */
export interface PracticePost extends Post {
  /** Which role of a story they play. */
  readonly part:
    'director' | 'deputy' | 'unit-head' | 'specialist' | 'second-specialist' | 'clerk' | 'administrator'
}

export interface PracticeAgency {
  readonly agency: Agency
  readonly units: readonly Unit[]
  readonly posts: readonly PracticePost[]
}

const SUPERIOR = 'UBND tỉnh Minh Giang'
export const PROVINCE_PLACE = 'Minh Giang'

const NAMES = {
  snv: {
    director: ['nguyen-huu-tuong', 'Nguyễn Hữu Tường'],
    deputy: ['dang-ngoc-ha', 'Đặng Thị Ngọc Hà'],
    'unit-head': ['luong-quoc-bao', 'Lương Quốc Bảo'],
    specialist: ['phan-mai-anh', 'Phan Thị Mai Anh'],
    'second-specialist': ['chu-duc-long', 'Chu Đức Long'],
    clerk: ['ho-thi-lua', 'Hồ Thị Lụa'],
    administrator: ['vi-van-sang', 'Vi Văn Sáng'],
  },
  sxd: {
    director: ['trinh-cong-thanh', 'Trịnh Công Thành'],
    deputy: ['cao-thu-hien', 'Cao Thị Thu Hiền'],
    'unit-head': ['bui-dinh-khoa', 'Bùi Đình Khoa'],
    specialist: ['ta-minh-quan', 'Tạ Minh Quân'],
    'second-specialist': ['ngo-thi-bich', 'Ngô Thị Bích'],
    clerk: ['mai-thi-sen', 'Mai Thị Sen'],
    administrator: ['lo-van-phang', 'Lò Văn Phăng'],
  },
} as const satisfies Record<string, Record<PracticePost['part'], readonly [string, string]>>

/** In the order people are offered: the first is who Practice opens with. */
const PARTS: Record<PracticePost['part'], { title: string; roles: readonly Role[]; isOffice: boolean }> = {
  specialist: { title: 'Chuyên viên', roles: ['drafter'], isOffice: false },
  director: { title: 'Giám đốc', roles: ['leader'], isOffice: true },
  deputy: { title: 'Phó Giám đốc', roles: ['leader'], isOffice: true },
  'unit-head': { title: 'Trưởng phòng', roles: ['unit-head'], isOffice: false },
  'second-specialist': { title: 'Chuyên viên', roles: ['drafter'], isOffice: false },
  clerk: { title: 'Văn thư', roles: ['clerk', 'archivist', 'form-checker'], isOffice: true },
  administrator: { title: 'Quản trị hệ thống', roles: ['administrator'], isOffice: true },
}

function agencyOf(
  id: keyof typeof NAMES,
  fields: Pick<Agency, 'name' | 'letterhead' | 'abbreviation' | 'codes' | 'email'>,
  unit: Pick<Unit, 'name' | 'abbreviation'>,
): PracticeAgency {
  const office: Unit = { id: `${id}-vp`, name: 'Văn phòng Sở', abbreviation: 'VP' }
  const working: Unit = { id: `${id}-${unit.abbreviation.toLowerCase()}`, ...unit }
  const posts = (Object.keys(PARTS) as PracticePost['part'][]).map((part): PracticePost => {
    const { title, roles, isOffice } = PARTS[part]
    const [person, name] = NAMES[id][part]
    return {
      part,
      id: `${id}-${part}`,
      person,
      name,
      title: part === 'unit-head' ? `${title} ${unit.name.replace(/^Phòng /, '')}` : title,
      unit: isOffice ? office.id : working.id,
      roles,
      certificate: null,
    }
  })
  const agency = {
    id,
    superior: SUPERIOR,
    place: PROVINCE_PLACE,
    headTitle: 'GIÁM ĐỐC',
    practice: true,
    ...fields,
  }
  return { agency, units: [office, working], posts }
}

/** The two agencies of the practice province of Minh Giang, which does not exist. */
export const practiceAgencies: readonly PracticeAgency[] = [
  agencyOf(
    'snv',
    {
      name: 'Sở Nội vụ tỉnh Minh Giang',
      letterhead: 'Sở Nội vụ',
      abbreviation: 'SNV',
      codes: ['T86.03'],
      email: 'snv@minhgiang.example',
    },
    { name: 'Phòng Tổ chức, biên chế', abbreviation: 'TCBC' },
  ),
  agencyOf(
    'sxd',
    {
      name: 'Sở Xây dựng tỉnh Minh Giang',
      letterhead: 'Sở Xây dựng',
      abbreviation: 'SXD',
      codes: ['T86.05'],
      email: 'sxd@minhgiang.example',
    },
    { name: 'Phòng Kinh tế xây dựng', abbreviation: 'KTXD' },
  ),
]
