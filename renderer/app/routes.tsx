import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
  useNavigate,
  useRouter,
} from '@tanstack/react-router'
import { useCallback } from 'react'
import { z } from 'zod'
import { documentStatuses } from '#shared/domain/documents/document-status.ts'
import { incomingBoxes } from '../projections/incoming.ts'
import { AdministrationScreen } from '../features/administration/screens/administration-screen.tsx'
import { boardAddress } from '../features/boards/board-address.ts'
import { BoardsScreen } from '../features/boards/screens/boards-screen.tsx'
import { DelegationScreen } from '../features/delegation/screens/delegation-screen.tsx'
import { DeliveryScreen } from '../features/delivery/screens/delivery-screen.tsx'
import { DirectoryScreen } from '../features/directory/screens/directory-screen.tsx'
import { DraftPage } from '../features/drafting/components/draft-page.tsx'
import { useInitialMany } from '../features/drafting/hooks/use-initial-many.ts'
import { DraftsScreen } from '../features/drafting/screens/drafts-screen.tsx'
import { IncomingScreen } from '../features/incoming/screens/incoming-screen.tsx'
import { IssueDeskScreen } from '../features/issuing/screens/issue-desk-screen.tsx'
import { InformationScreen } from '../features/my-work/screens/information-screen.tsx'
import { MyWorkScreen } from '../features/my-work/screens/my-work-screen.tsx'
import { OutboxScreen } from '../features/outbox/screens/outbox-screen.tsx'
import { PracticeScreen } from '../features/practice/screens/practice-screen.tsx'
import { SearchScreen } from '../features/search/screens/search-screen.tsx'
import { ArchiveScreen } from '../features/records/screens/archive-screen.tsx'
import { WorkFilesScreen } from '../features/records/screens/work-files-screen.tsx'
import { FormerEntryScreen } from '../features/registers/screens/former-entry-screen.tsx'
import { ImportScreen } from '../features/registers/screens/import-screen.tsx'
import { RegistersScreen } from '../features/registers/screens/registers-screen.tsx'
import { SettingsScreen } from '../features/settings/screens/settings-screen.tsx'
import { ToSignScreen } from '../features/signing/screens/to-sign-screen.tsx'
import { TodayScreen } from '../features/my-work/screens/today-screen.tsx'
import { TasksScreen } from '../features/tasks/screens/tasks-screen.tsx'
import { facetIds } from '../search/index/columns.ts'
import { addressOf } from './address-of.ts'
import { useApp } from './app-context.ts'
import { DraftPlace } from './draft-place.tsx'
import { LetterBeside } from './letter-beside.tsx'
import { LetterPlace } from './letter-place.tsx'
import { places } from './places.ts'
import { Shell } from './shell.tsx'
import { useDraftReply } from './use-draft-reply.ts'
import { useDraftAmendment } from './use-draft-amendment.ts'
import { useDraftChase } from './use-draft-chase.ts'
import { useDraftReport } from './use-draft-report.ts'

const root = createRootRoute({ component: Shell })
const place = <P extends `/${string}`>(path: P, component: () => React.ReactNode) =>
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
  return {
    onOpenDocument: (id: string): void => void navigate({ to: '/drafts/$id', params: { id } }),
    onOpenLetter,
    letterPane: (id: string) => <LetterBeside id={id} onOpen={onOpenLetter} />,
  }
}

const myWork = place('/my-work', function MyWork() {
  return <MyWorkScreen {...useWorkPlaces()} />
})

const today = place('/today', function Today() {
  const { onOpenDocument, onOpenLetter } = useWorkPlaces()
  const navigate = useNavigate()
  return (
    <TodayScreen
      onOpenDocument={onOpenDocument}
      onOpenLetter={onOpenLetter}
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
  return <TasksScreen onOpenLetter={useWorkPlaces().onOpenLetter} />
})

const delegation = place('/delegation', function Delegation() {
  return <DelegationScreen onOpenLetter={useWorkPlaces().onOpenLetter} />
})

const toSign = place('/to-sign', function ToSign() {
  const navigate = useNavigate()
  return (
    <ToSignScreen
      onOpen={(id) => void navigate({ to: '/drafts/$id', params: { id } })}
      initialMany={useInitialMany()}
      draftPage={(id) => <DraftPage id={id} />}
    />
  )
})

const incoming = createRoute({
  getParentRoute: () => root,
  path: '/incoming',
  validateSearch: z.object({ box: z.enum(incomingBoxes).optional() }),
  component: function Incoming() {
    const { box } = incoming.useSearch()
    const navigate = useNavigate()
    return (
      <IncomingScreen
        box={box}
        onReply={useDraftReply()}
        onBox={(next) => void navigate({ to: '/incoming', search: { box: next } })}
        onOpen={(id) => void navigate({ to: '/incoming/$id', params: { id } })}
      />
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
    const { onOpenDocument, onOpenLetter } = useWorkPlaces()
    return (
      <BoardsScreen
        address={boards.useSearch()}
        {...useDraftReport()}
        onAddress={(search) => void navigate({ to: '/boards', search })}
        onOpenFact={(fact) => {
          if (fact.what === 'delivery') onOpenDocument(fact.document)
          else if (fact.what === 'task') onOpenLetter(fact.letter)
          else if (fact.what === 'letter') onOpenLetter(fact.id.slice('letter/'.length))
          else onOpenDocument(fact.id.slice('document/'.length))
        }}
      />
    )
  },
})

const registers = place('/registers', function Registers() {
  const navigate = useNavigate()
  const onImport = useCallback(() => void navigate({ to: '/registers/import' }), [navigate])
  const onOpenFormer = useCallback(
    (id: string) => void navigate({ to: '/registers/former/$id', params: { id } }),
    [navigate],
  )
  return <RegistersScreen onAmend={useDraftAmendment()} onImport={onImport} onOpenFormer={onOpenFormer} />
})

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
  place('/delivery', function Delivery() {
    return <DeliveryScreen onAmend={useDraftAmendment()} onChase={useDraftChase()} />
  }),
  registers,
  importing,
  former,
  place('/work-files', WorkFilesScreen),
  place('/archive', ArchiveScreen),
  directory,
  boards,
  place('/administration', AdministrationScreen),
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
