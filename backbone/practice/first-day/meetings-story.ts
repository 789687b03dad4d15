import { mainFileOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import { workingCalendar } from '#shared/domain/calendar/vietnam-calendar.ts'
import { atMinute, workingDaysBetween } from '#shared/domain/calendar/working-calendar.ts'
import { CALLED_AHEAD_WORKING_DAYS } from '#shared/domain/meetings/short-notice.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import type { PracticePost } from '../province/people.ts'
import type { Scene } from './scene.ts'

interface StoryItem {
  readonly title: string
  readonly presenter: PracticePost['part']
  readonly minutes: number
  readonly paper?: AggregateRef
  readonly mayBeAdoptedTogether?: boolean
}

/** A meeting of the leaders on the next working day, called in time, with letters that came as its papers. */
export async function callMeeting(
  home: Scene,
  salaries: AggregateRef,
  reform: AggregateRef,
  rooms: readonly AggregateRef[],
): Promise<void> {
  const meeting: AggregateRef = { kind: 'meeting', id: home.newId() }
  const id = (part: PracticePost['part']): string => home.post(part).id
  const act = (part: PracticePost['part'], verb: string, payload: Parameters<Scene['act']>[3]) =>
    home.act(part, meeting, `meeting.${verb}`, payload)
  const day = home.clock.dayAhead(1)
  const at = (hour: number): string => atMinute(day, hour * 60)
  await act('specialist', 'draft', {
    title: 'Họp giao ban công tác cải cách hành chính',
    from: at(8),
    until: at(10),
    place: 'Phòng họp số 1',
    callUrl: null,
    chair: id('director'),
    members: [
      { post: id('director'), part: 'member' },
      { post: id('deputy'), part: 'member' },
      { post: id('unit-head'), part: 'member' },
      { post: id('second-specialist'), part: 'invited' },
    ],
    outsiders: [],
    quorum: { of: 2, outOf: 3 },
    requirements: 'Các đồng chí nghiên cứu trước tài liệu.',
    letter: null,
    rooms: rooms.map((room) => room.id),
  })
  for (const room of rooms) await home.act('specialist', room, 'room.book', { meeting: meeting.id })
  const items: readonly StoryItem[] = [
    {
      title: 'Báo cáo kết quả cải cách hành chính',
      presenter: 'specialist',
      minutes: 30,
      paper: reform,
    },
    {
      title: 'Rà soát quỹ tiền lương của các cơ quan hành chính',
      presenter: 'second-specialist',
      minutes: 30,
      paper: salaries,
    },
    {
      title: 'Kế hoạch công tác tháng tới',
      presenter: 'unit-head',
      minutes: 15,
      mayBeAdoptedTogether: true,
    },
  ]
  const agenda = items.map(({ title, presenter, minutes, mayBeAdoptedTogether = false }) => ({
    id: home.newId(),
    title,
    presenter: id(presenter),
    minutes,
    mayBeAdoptedTogether,
  }))
  await act('specialist', 'setAgenda', { items: agenda })
  for (const [index, { paper }] of items.entries()) {
    const item = agenda[index]?.id
    if (paper === undefined || item === undefined) continue
    const file = await fileOf(home, paper)
    await act('specialist', 'addPaper', { item, paper: { id: home.newId(), ...file } })
  }
  const told = localDateOf(instantFrom(home.clock.now()))
  const isShort = workingDaysBetween(workingCalendar(undefined, told), told, day) < CALLED_AHEAD_WORKING_DAYS
  await act('specialist', 'call', { shortNotice: isShort ? 'Họp đầu năm, triển khai nhiệm vụ ngay' : '' })
  await act('unit-head', 'answer', { attendance: 'coming', reason: '', substitute: null })
}

async function fileOf(home: Scene, ref: AggregateRef) {
  const workspace = await home.node.workspace(home.agency.agency.id)
  const main = mainFileOf((await workspace.state(ref)) as Letter)
  if (main === undefined) throw new Error('the letter has a file')
  return { name: main.name, file: { ...main.file } }
}
