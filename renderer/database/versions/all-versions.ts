import { firstTables } from './0010-first-tables.ts'
import { searchTables } from './0020-search.ts'
import { taskTables } from './0030-tasks.ts'
import { sameLetters } from './0040-same-letters.ts'
import { boardFacts } from './0050-facts.ts'
import { registerDays } from './0060-register-days.ts'
import { recordTables } from './0070-records.ts'
import { senderRequests } from './0080-sender-requests.ts'
import { pressingLetters } from './0090-pressing.ts'
import { formerRegisters } from './0100-former-registers.ts'
import { signingDelegations } from './0110-signing-delegations.ts'
import { changedFacts } from './0120-changed-facts.ts'
import { meetingTables } from './0130-meetings.ts'
import { ballotTables } from './0140-ballots.ts'
import { roomTables } from './0150-rooms.ts'
import { noteTables } from './0170-notes.ts'
import { subscribedTables } from './0190-subscribed.ts'

/** Every version of the local database, oldest first, in steps of ten. */
export const allVersions = [
  firstTables,
  searchTables,
  taskTables,
  sameLetters,
  boardFacts,
  registerDays,
  recordTables,
  senderRequests,
  pressingLetters,
  formerRegisters,
  signingDelegations,
  changedFacts,
  meetingTables,
  ballotTables,
  roomTables,
  noteTables,
  subscribedTables,
] as const

export const LATEST_VERSION = allVersions[allVersions.length - 1]?.number ?? 0
