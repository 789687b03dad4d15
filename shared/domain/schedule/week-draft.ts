import type { Role } from '../decision.ts'
import type { Instant } from '../../kernel/instant.ts'
import { linesOfMeeting, type DrawnMeeting, type Treatment } from './drawn-meeting.ts'
import type { WeekId } from './iso-week.ts'
import { inOrder, type WeekLine } from './week-line.ts'

/** A meeting in the draft, and what the office made of it. */
export interface DraftMeeting extends DrawnMeeting {
  readonly treatment: Treatment
}

/** The schedule of a week as it is being prepared. Seen by the office and the leaders only. */
export interface WeekDraft {
  readonly id: WeekId
  /** Rises with every change, so that nobody publishes what they have not seen. */
  readonly revision: number
  readonly lines: readonly WeekLine[]
  readonly meetings: readonly DraftMeeting[]
  readonly changedAt: Instant
}

/** The lines as they would be published now. */
export function linesOfDraft({ id, lines, meetings }: WeekDraft): readonly WeekLine[] {
  const drawn = meetings.flatMap((meeting) => {
    const { treatment, ...said } = meeting
    return linesOfMeeting(said, treatment, id)
  })
  return inOrder([...lines, ...drawn])
}

interface Office {
  readonly post: string
  readonly roles: readonly Role[]
}

/** Who prepares and publishes the schedule: the office (văn phòng, văn thư) for everybody, by the agency's working regulations. */
export const maySchedule = ({ roles }: Office): boolean => roles.includes('clerk')

/** Whether somebody may write or change a line: the office every one, a leader what stands in the own schedule alone. */
export const mayKeepLine = (office: Office, { leaders }: Pick<WeekLine, 'leaders'>): boolean =>
  maySchedule(office) || (office.roles.includes('leader') && leaders.every((post) => post === office.post))
