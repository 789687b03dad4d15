import type { Collective } from '#shared/domain/directory/directory.ts'
import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'

/** Where a meeting leads: its documents are written and signed elsewhere. */
export interface MeetingPlaces {
  /** Drafts the minutes out of the meeting and opens them. */
  readonly onMinutes: (meeting: Meeting) => void
  /** Drafts the notice of conclusions and opens it. */
  readonly onNotice: (meeting: Meeting) => void
  /** Drafts what was decided on an item, as a decision of the agency or a resolution of a collective, and opens it. */
  readonly onDecision: (meeting: Meeting, item: ItemState, collective?: Collective) => void
  readonly onOpenDocument: (id: string) => void
  /** What waits for the own signature. */
  readonly onSign: () => void
  /** Work files. */
  readonly onOpenFile: () => void
}
