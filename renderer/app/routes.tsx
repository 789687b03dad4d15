import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
  type RouteComponent,
  useNavigate,
  useRouter,
} from '@tanstack/react-router'
import { Suspense, useCallback } from 'react'
import { z } from 'zod'
import { documentStatuses } from '#shared/domain/documents/document-status.ts'
import { incomingBoxes } from '../projections/incoming.ts'
import type { WorkOrigin } from '../projections/work.ts'
import { boardAddress } from '../features/boards/board-address.ts'
import { IncomingScreen } from '../features/incoming/screens/incoming-screen.tsx'
import { InformationScreen } from '../features/my-work/screens/information-screen.tsx'
import { MyWorkScreen } from '../features/my-work/screens/my-work-screen.tsx'
import { TodayScreen } from '../features/my-work/screens/today-screen.tsx'
import { facetIds } from '../search/index/columns.ts'
import { addressOf } from './address-of.ts'
import { useApp } from './app-context.ts'
import { LetterBeside } from './letter-beside.tsx'
import { LetterPlace } from './letter-place.tsx'
import {
  AdministrationScreen,
  ArchiveScreen,
  BallotsScreen,
  BoardsPlace,
  DelegationScreen,
  DeliveryPlace,
  DirectoryScreen,
  DraftPlace,
  DraftsScreen,
  FormerEntryScreen,
  ImportScreen,
  IssueDeskScreen,
  MeetingRoomScreen,
  MeetingsScreen,
  NewMeeting,
  OutboxScreen,
  PracticeScreen,
  RegistersPlace,
  ScheduleScreen,
  SearchScreen,
  SeriesScreen,
  SettingsScreen,
  TasksScreen,
  ToSignPlace,
  WorkFilesScreen,
} from './later-screens.ts'
import { places } from './places.ts'
import { Shell } from './shell.tsx'
import { useMeetingPapers } from './use-meeting-papers.ts'
import { useDraftBallot } from './use-draft-ballot.ts'
import { useDraftReply } from './use-draft-reply.ts'
import { useInvitation } from './use-invitation.tsx'
import { useTellAgencies } from './use-tell-agencies.ts'

const root = createRootRoute({ component: Shell })
const place = <P extends `/${string}`>(path: P, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/my-work', throw: true })
  },
})

/** Leads from a piece of work to where it is done; a letter can be worked on beside the list. */
function useWorkPlaces() {
  const navigate = useNavigate()
  const onOpenLetter = (id: string): void => void navigate({ to: '/incoming/$id', params: { id } })
  const onOpenOrigin = ({ kind, id }: WorkOrigin): void => {
    if (kind === 'letter') onOpenLetter(id)
    else if (kind === 'ballot') void navigate({ to: '/ballots', search: { id } })
    else void navigate({ to: '/meetings/$id', params: { id } })
  }
  return {
    onOpenDocument: (id: string): void => void navigate({ to: '/drafts/$id', params: { id } }),
    onOpenLetter,
    onOpenOrigin,
    letterPane: (id: string) => <LetterBeside id={id} onOpen={onOpenLetter} />,
  }
}

const myWork = place('/my-work', function MyWork() {
  return <MyWorkScreen {...useWorkPlaces()} />
})

const today = place('/today', function Today() {
  const { onOpenDocument, onOpenOrigin } = useWorkPlaces()
  const navigate = useNavigate()
  return (
    <TodayScreen
      onOpenDocument={onOpenDocument}
      onOpenOrigin={onOpenOrigin}
      onPlace={(id) => {
        const found = places.find((one) => one.id === id)
        if (found !== undefined) void navigate({ to: found.path })
      }}
    />
  )
})

const information = place('/information', function Information() {
  return <InformationScreen {...useWorkPlaces()} />
})

const tasks = place('/tasks', function Tasks() {
  return <TasksScreen onOpenOrigin={useWorkPlaces().onOpenOrigin} />
})

const delegation = place('/delegation', function Delegation() {
  return <DelegationScreen onOpenOrigin={useWorkPlaces().onOpenOrigin} />
})

const toSign = place('/to-sign', function ToSign() {
  return <ToSignPlace onOpen={useWorkPlaces().onOpenDocument} />
})

const incoming = createRoute({
  getParentRoute: () => root,
  path: '/incoming',
  validateSearch: z.object({ box: z.enum(incomingBoxes).optional() }),
  component: function Incoming() {
    const { box } = incoming.useSearch()
    const navigate = useNavigate()
    const { onInvitation, sheet } = useInvitation()
    return (
      <>
        <IncomingScreen
          box={box}
          onReply={useDraftReply()}
          onInvitation={onInvitation}
          onBox={(next) => void navigate({ to: '/incoming', search: { box: next } })}
          onOpen={(id) => void navigate({ to: '/incoming/$id', params: { id } })}
        />
        {sheet}
      </>
    )
  },
})

const letter = createRoute({
  getParentRoute: () => root,
  path: '/incoming/$id',
  component: function Letter() {
    return <LetterPlace id={letter.useParams().id} />
  },
})

const drafts = createRoute({
  getParentRoute: () => root,
  path: '/drafts',
  validateSearch: z.object({ box: z.enum(documentStatuses).optional() }),
  component: function Drafts() {
    const { box } = drafts.useSearch()
    const navigate = useNavigate()
    return (
      <DraftsScreen
        box={box}
        onBox={(next) => void navigate({ to: '/drafts', search: { box: next } })}
        onOpen={(id) => void navigate({ to: '/drafts/$id', params: { id } })}
      />
    )
  },
})

const draft = createRoute({
  getParentRoute: () => root,
  path: '/drafts/$id',
  validateSearch: z.object({ ask: z.literal('submit').optional() }),
  component: function Draft() {
    const { ask } = draft.useSearch()
    return <DraftPlace id={draft.useParams().id} asksToSubmit={ask === 'submit'} />
  },
})

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: z.object({
    q: z.string().optional(),
    by: z.partialRecord(z.enum(facetIds), z.array(z.string()).readonly()).optional(),
  }),
  component: function Search() {
    const { q = '', by = {} } = search.useSearch()
    const navigate = useNavigate()
    return (
      <SearchScreen
        sought={{ text: q, filters: by }}
        onSought={({ text, filters }) =>
          void navigate({ to: '/search', search: { q: text, by: filters }, replace: true })
        }
        onOpen={({ row }) => void navigate(addressOf(row))}
      />
    )
  },
})

const boards = createRoute({
  getParentRoute: () => root,
  path: '/boards',
  validateSearch: boardAddress,
  component: function Boards() {
    const navigate = useNavigate()
    const { onOpenDocument, onOpenOrigin } = useWorkPlaces()
    return (
      <BoardsPlace
        address={boards.useSearch()}
        onAddress={(search) => void navigate({ to: '/boards', search })}
        onOpenDocument={onOpenDocument}
        onOpenOrigin={onOpenOrigin}
      />
    )
  },
})

const registers = place('/registers', RegistersPlace)

const importing = place('/registers/import', function Importing() {
  const navigate = useNavigate()
  const onBack = useCallback(() => void navigate({ to: '/registers' }), [navigate])
  return <ImportScreen onBack={onBack} />
})

const former = createRoute({
  getParentRoute: () => root,
  path: '/registers/former/$id',
  component: function Former() {
    const { history } = useRouter()
    const { id } = former.useParams()
    const onBack = useCallback(() => history.back(), [history])
    return <FormerEntryScreen key={id} id={id} onBack={onBack} />
  },
})

const practice = place('/practice', function Practice() {
  return <PracticeScreen onSwitch={useApp().switchTo} />
})

const directory = createRoute({
  getParentRoute: () => root,
  path: '/directory',
  validateSearch: z.object({ find: z.string().optional() }),
  component: function Directory() {
    const { find } = directory.useSearch()
    return <DirectoryScreen key={find} find={find} />
  },
})

const schedule = createRoute({
  getParentRoute: () => root,
  path: '/schedule',
  validateSearch: z.object({ box: z.literal('mine').optional() }),
  component: Schedule,
})

function Schedule() {
  const navigate = useNavigate()
  const { box } = schedule.useSearch()
  return (
    <ScheduleScreen
      key={box}
      startsMine={box === 'mine'}
      onPlace={(where, id) =>
        void navigate(where === 'meetings' ? { to: '/meetings', search: { at: id } } : { to: `/${where}` })
      }
      callSheet={(calling) => (
        <Suspense fallback={null}>
          <NewMeeting {...calling} />
        </Suspense>
      )}
    />
  )
}

const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  validateSearch: z.object({ at: z.string().max(64).optional() }),
  component: Meetings,
})

function Meetings() {
  const { at } = meetings.useSearch()
  const { onOpenDocument, onOpenLetter } = useWorkPlaces()
  const tell = useTellAgencies()
  const navigate = useNavigate()
  const onEnter = useCallback(
    (id: string) => void navigate({ to: '/meetings/$id', params: { id } }),
    [navigate],
  )
  const onSeries = useCallback(
    (id: string) => void navigate({ to: '/meetings/series/$id', params: { id } }),
    [navigate],
  )
  return (
    <MeetingsScreen
      key={at}
      at={at}
      onEnter={onEnter}
      onLetter={onOpenLetter}
      onDocument={onOpenDocument}
      onTell={tell}
      onSeries={onSeries}
    />
  )
}

const room = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$id',
  component: function MeetingRoom() {
    return <MeetingRoomScreen id={room.useParams().id} places={useMeetingPapers()} />
  },
})

const series = createRoute({
  getParentRoute: () => root,
  path: '/meetings/series/$id',
  component: function Series() {
    const navigate = useNavigate()
    const onMeeting = useCallback(
      (id: string) => void navigate({ to: '/meetings/$id', params: { id } }),
      [navigate],
    )
    return <SeriesScreen id={series.useParams().id} onMeeting={onMeeting} />
  },
})

const ballots = createRoute({
  getParentRoute: () => root,
  path: '/ballots',
  validateSearch: z.object({ id: z.string().optional() }),
  component: function Ballots() {
    const { id } = ballots.useSearch()
    const navigate = useNavigate()
    const onFollow = useCallback(
      (next: string) => void navigate({ to: '/ballots', search: { id: next } }),
      [navigate],
    )
    return <BallotsScreen key={id} id={id} onDraft={useDraftBallot()} onFollow={onFollow} />
  },
})

const settings = place('/settings', function SettingsPlace() {
  const { settings: now, changeSettings } = useApp()
  return <SettingsScreen settings={now} onChange={changeSettings} />
})

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
  place('/administration', function Administration() {
    return <AdministrationScreen onOpenDocument={useWorkPlaces().onOpenDocument} />
  }),
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
