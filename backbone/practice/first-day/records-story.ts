import type { BlobRef } from '#shared/domain/blob-ref.ts'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { addDays } from '#shared/domain/calendar/days.ts'
import { caseFileId, contentsHash, duplicatesIn, type CaseFile } from '#shared/domain/records/case-file.ts'
import { filePlanId, type PlanHeading } from '#shared/domain/records/file-plan.ts'
import type { Retention } from '#shared/domain/records/retention.ts'
import { derivedUuid } from '#shared/kernel/uuid.ts'
import { instantFrom, localDateOf, type LocalDate } from '#shared/kernel/instant.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { PROVINCE_PLACE, type PracticePost } from '../province/people.ts'
import { letterPage } from '../sample-pdf/letter-page.ts'
import type { Scene } from './scene.ts'

type Part = PracticePost['part']

/** The plan of the year: drafted by the records office, approved by the director (Decree 30 Art 28). */
export async function filePlan(home: Scene): Promise<void> {
  const { year, act } = home
  const ref = { kind: 'file-plan', id: filePlanId(year) } as const
  const headings = planOf((part) => home.post(part).id)
  await act('clerk', ref, 'file-plan.draft', { year, headings })
  await act('clerk', ref, 'file-plan.submit', { version: 1, approver: home.post('director').id })
  await act('director', ref, 'file-plan.approve', { version: 1 })
}

const planOf = (post: (part: Part) => string): PlanHeading[] => {
  const entry = (notation: string, title: string, retention: Retention, maker: Part) => ({
    notation,
    title,
    retention,
    creator: post(maker),
    note: '',
  })
  return [
    {
      title: 'Tổ chức, biên chế',
      abbreviation: 'TCBC',
      entries: [
        entry('01.TCBC', 'Hồ sơ giao, quản lý biên chế công chức của tỉnh', 'permanent', 'unit-head'),
        entry('02.TCBC', 'Hồ sơ rà soát biên chế, quỹ tiền lương các cơ quan hành chính', 20, 'specialist'),
        entry('03.TCBC', 'Hồ sơ về đào tạo, bồi dưỡng cán bộ, công chức', 10, 'specialist'),
        entry(
          '04.TCBC',
          'Hồ sơ bổ nhiệm, bổ nhiệm lại cán bộ lãnh đạo, quản lý',
          'permanent',
          'second-specialist',
        ),
        entry('05.TCBC', 'Hồ sơ hướng dẫn, trả lời xã, phường về công chức', 10, 'specialist'),
      ],
    },
    {
      title: 'Văn phòng',
      abbreviation: 'VP',
      entries: [
        entry('06.VP', 'Tập lưu văn bản đi của cơ quan', 'permanent', 'clerk'),
        entry('07.VP', 'Hồ sơ quản lý, sử dụng con dấu và chữ ký số', 20, 'clerk'),
      ],
    },
  ]
}

/** A file in each state: open, closed and nearly due, submitted, in the archive, and one past its retention. */
export async function workFiles(home: Scene, salaries: AggregateRef): Promise<void> {
  const today = localDateOf(instantFrom(home.clock.now()))
  const { year } = home
  const begun = addDays(today, -70) < `${String(year)}-01-01` ? today : addDays(today, -70)

  const review = await open(home, 'specialist', {
    year,
    notation: '02.TCBC',
    retention: 20,
    isPlanned: true,
    startedOn: begun,
  })
  await putLetter(home, 'specialist', review, salaries)

  const wards = await open(home, 'specialist', {
    year,
    notation: '05.TCBC',
    retention: 10,
    isPlanned: true,
    startedOn: begun,
  })
  await putScan(home, 'specialist', wards, 'Công văn', 'Hướng dẫn xã, phường bố trí công chức', begun)
  await close(home, 'specialist', wards, begun === today ? today : addDays(today, -47))

  const before = year - 1
  const emulation = await open(home, 'specialist', {
    year: before,
    notation: '09.TCBC',
    title: 'Hồ sơ thi đua, khen thưởng của Phòng Tổ chức, biên chế',
    retention: 10,
    startedOn: `${String(before)}-03-02`,
  })
  await putScan(
    home,
    'specialist',
    emulation,
    'Quyết định',
    'Quyết định khen thưởng tập thể, cá nhân',
    `${String(before)}-12-20`,
  )
  await close(home, 'specialist', emulation, `${String(before)}-12-28`)
  await submit(home, 'specialist', emulation)

  for (const [ago, notation, title, retention] of [
    [3, '12.TCBC', 'Hồ sơ tuyển dụng công chức', 20],
    [8, '15.TCBC', 'Hồ sơ trao đổi công việc thường ngày', 5],
  ] as const) {
    const old = year - ago
    const file = await open(home, 'second-specialist', {
      year: old,
      notation,
      title: `${title} năm ${String(old)}`,
      retention,
      startedOn: `${String(old)}-02-10`,
    })
    await putScan(
      home,
      'second-specialist',
      file,
      'Công văn',
      `${title}: văn bản tổng hợp`,
      `${String(old)}-06-15`,
    )
    await putScan(
      home,
      'second-specialist',
      file,
      'Báo cáo',
      `Báo cáo kết quả, ${title.toLocaleLowerCase('vi')}`,
      `${String(old)}-11-05`,
    )
    await close(home, 'second-specialist', file, `${String(old)}-11-30`)
    await agree(home, file, await submit(home, 'second-specialist', file))
  }
}

interface Opening {
  readonly year: number
  readonly notation: string
  readonly title?: string
  readonly retention: Retention
  readonly isPlanned?: boolean
  readonly startedOn: LocalDate
}

async function open(
  home: Scene,
  by: Part,
  { title = '', isPlanned = false, ...of }: Opening,
): Promise<string> {
  const id = caseFileId(of.year, of.notation)
  await home.act(by, { kind: 'case-file', id }, 'case-file.open', { ...of, title, isPlanned })
  return id
}

async function stateOf<T>(home: Scene, ref: AggregateRef): Promise<T> {
  return (await (await home.node.workspace(home.agency.agency.id)).state(ref)) as T
}

async function putLetter(home: Scene, by: Part, file: string, letter: AggregateRef): Promise<void> {
  const { files } = await stateOf<Letter>(home, letter)
  const source = { kind: 'letter', id: letter.id }
  const payload = { source, files: files.map((one) => one.file) }
  await home.act(by, { kind: 'case-file', id: file }, 'case-file.put', payload)
}

async function putScan(
  home: Scene,
  by: Part,
  file: string,
  typeName: string,
  subject: string,
  date: LocalDate,
): Promise<void> {
  const scan = await recordForm(home, subject)
  await home.act(by, { kind: 'case-file', id: file }, 'case-file.putOther', {
    id: derivedUuid('first-day', file, subject),
    code: '',
    typeName,
    subject,
    author: home.agency.agency.name,
    date,
    pages: 1,
    files: [{ name: 'ban-quet.pdf', file: scan }],
  })
}

async function close(home: Scene, by: Part, id: string, endedOn: LocalDate): Promise<void> {
  const ref = { kind: 'case-file', id } as const
  const { title, retention, items } = await stateOf<CaseFile>(home, ref)
  const twice = duplicatesIn(items)
  await home.act(by, ref, 'case-file.close', {
    title,
    retention,
    endedOn,
    aside: twice.map(({ source }) => ({ source: { ...source }, reason: 'duplicate' })),
    contents: contentsHash(items.filter((one) => !twice.includes(one))),
  })
}

async function submit(home: Scene, by: Part, file: string): Promise<AggregateRef> {
  const ref = { kind: 'submission', id: derivedUuid('first-day', 'submission', file) } as const
  const { notation } = await stateOf<CaseFile>(home, { kind: 'case-file', id: file })
  const index = await recordForm(home, `Mục lục hồ sơ nộp lưu ${notation}`)
  const minutes = await recordForm(home, `Biên bản giao nhận hồ sơ ${notation}`)
  await home.act(by, ref, 'submission.send', { files: [file], index, minutes })
  await home.node.settled()
  return ref
}

async function agree(home: Scene, file: string, submission: AggregateRef): Promise<void> {
  await home.act('clerk', submission, 'submission.answer', { answers: [{ file, agreed: true, reason: '' }] })
  await home.node.settled()
}

/** A page of this agency as a file of the node: what a scanner or the printer would have made. */
async function recordForm({ node, agency, clock }: Scene, subject: string): Promise<BlobRef> {
  const { id, name, superior } = agency.agency
  const page = await letterPage({
    superior,
    agency: name,
    code: '',
    place: PROVINCE_PLACE,
    date: localDateOf(instantFrom(clock.now())),
    subject,
    addressees: [name],
    body: [subject],
    receivers: ['Lưu: VT'],
    signatureLines: [],
    signerName: '',
  })
  return node.blobs.keep(id, [page.bytes], 'application/pdf')
}
