import { ballots, slips } from './ballots.ts'
import { books } from './books.ts'
import { deliveries } from './deliveries.ts'
import { correspondents, people, signingDelegations, units } from './directory.ts'
import { facts } from './facts.ts'
import { former, formerImports } from './former.ts'
import { found } from './found.ts'
import { incoming } from './incoming.ts'
import { meetings, votes } from './meetings.ts'
import { notes } from './notes.ts'
import { outgoing } from './outgoing.ts'
import type { Projection } from './projection.ts'
import { files, recordActs } from './records.ts'
import { register } from './register.ts'
import { rooms } from './rooms.ts'
import { absences, tasks } from './tasks.ts'
import { work } from './work.ts'

/** Rises when any projection makes other rows from the same state: the tables are then made anew from the states. */
export const PROJECTIONS_VERSION = 12

export const allProjections: readonly Projection[] = [
  outgoing,
  incoming,
  work,
  deliveries,
  register,
  books,
  people,
  units,
  correspondents,
  found,
  tasks,
  absences,
  signingDelegations,
  files,
  recordActs,
  facts,
  former,
  formerImports,
  meetings,
  votes,
  ballots,
  slips,
  notes,
  rooms,
]
