import { createRoute, redirect, useNavigate } from '@tanstack/react-router'
import { InformationScreen } from '../../features/my-work/screens/information-screen.tsx'
import { MyWorkScreen } from '../../features/my-work/screens/my-work-screen.tsx'
import { TodayScreen } from '../../features/my-work/screens/today-screen.tsx'
import { boardAddress } from '../../features/boards/board-address.ts'
import { BoardsPlace, DelegationScreen, TasksScreen, ToSignPlace } from '../later-screens.ts'
import { places } from '../places.ts'
import { place, root } from './root.ts'
import { useWorkPlaces } from './use-work-places.tsx'

export const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/my-work', throw: true })
  },
})

export const myWork = place('/my-work', function MyWork() {
  return <MyWorkScreen {...useWorkPlaces()} />
})

export const today = place('/today', function Today() {
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

export const information = place('/information', function Information() {
  return <InformationScreen {...useWorkPlaces()} />
})

export const tasks = place('/tasks', function Tasks() {
  return <TasksScreen onOpenOrigin={useWorkPlaces().onOpenOrigin} />
})

export const delegation = place('/delegation', function Delegation() {
  return <DelegationScreen onOpenOrigin={useWorkPlaces().onOpenOrigin} />
})

export const toSign = place('/to-sign', function ToSign() {
  return <ToSignPlace onOpen={useWorkPlaces().onOpenDocument} />
})

export const boards = createRoute({
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
