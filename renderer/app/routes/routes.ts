import { createMemoryHistory, createRouter } from '@tanstack/react-router'
import {
  ArchiveScreen,
  DeliveryPlace,
  IssueDeskScreen,
  OutboxScreen,
  WorkFilesScreen,
} from '../later-screens.ts'
import { administration, directory, practice, settings } from './agency-routes.tsx'
import { draft, drafts, incoming, letter, search } from './document-routes.tsx'
import { ballots, meetings, room, schedule, series } from './meeting-routes.tsx'
import { former, importing, registers } from './register-routes.tsx'
import { place, root } from './root.ts'
import { boards, delegation, home, information, myWork, tasks, today, toSign } from './work-routes.tsx'

const tree = root.addChildren([
  home,
  today,
  myWork,
  information,
  tasks,
  delegation,
  toSign,
  incoming,
  letter,
  drafts,
  draft,
  place('/issue', IssueDeskScreen),
  place('/delivery', DeliveryPlace),
  registers,
  importing,
  former,
  place('/work-files', WorkFilesScreen),
  place('/archive', ArchiveScreen),
  directory,
  meetings,
  series,
  schedule,
  room,
  ballots,
  boards,
  administration,
  place('/outbox', OutboxScreen),
  search,
  practice,
  settings,
])

/** Routes live in memory: the window has no address bar, and `Alt ←` goes back. */
export function createAppRouter() {
  return createRouter({ routeTree: tree, history: createMemoryHistory({ initialEntries: ['/'] }) })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
