import type { Attendance, MeetingStatus, Stand } from '#shared/domain/meetings/meeting.ts'
import type { Tone } from '../../../ui/chip.tsx'
import type { IconName } from '../../../ui/icons.ts'

interface Look {
  readonly tone: Tone
  readonly icon: IconName
}

export const statusLooks: Readonly<Record<MeetingStatus, Look>> = {
  draft: { tone: 'done', icon: 'pencil' },
  called: { tone: 'info', icon: 'send' },
  inSession: { tone: 'ok', icon: 'progress' },
  concluded: { tone: 'done', icon: 'check' },
  archived: { tone: 'done', icon: 'archive' },
  cancelled: { tone: 'over', icon: 'circle-x' },
}

export const attendanceLooks: Readonly<Record<Attendance | 'none', Look>> = {
  coming: { tone: 'ok', icon: 'check' },
  remote: { tone: 'info', icon: 'link' },
  absent: { tone: 'over', icon: 'x' },
  none: { tone: 'done', icon: 'hourglass' },
}

export const standLooks: Readonly<Record<Stand, Look>> = {
  noObjection: { tone: 'ok', icon: 'check' },
  discuss: { tone: 'soon', icon: 'message-2' },
  objection: { tone: 'over', icon: 'alert-circle' },
}
