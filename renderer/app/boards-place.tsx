import { originOf, type TaskOrigin } from '#shared/domain/work/task.ts'
import type { BoardAddress } from '../features/boards/board-address.ts'
import { BoardsScreen } from '../features/boards/screens/boards-screen.tsx'
import { useDraftReport } from './use-draft-report.ts'

interface BoardsPlaceProps {
  readonly address: BoardAddress
  readonly onAddress: (address: BoardAddress) => void
  readonly onOpenDocument: (id: string) => void
  readonly onOpenOrigin: (origin: TaskOrigin) => void
}

/** The boards; what is counted in a figure opens where it is worked on. */
export function BoardsPlace({ address, onAddress, onOpenDocument, onOpenOrigin }: BoardsPlaceProps) {
  return (
    <BoardsScreen
      address={address}
      {...useDraftReport()}
      onAddress={onAddress}
      onOpenFact={(fact) => {
        if (fact.what === 'delivery') onOpenDocument(fact.document)
        else if (fact.what === 'task') onOpenOrigin(originOf({ letter: null, ...fact }))
        else if (fact.what === 'letter') onOpenOrigin({ kind: 'letter', id: fact.id.slice('letter/'.length) })
        else onOpenDocument(fact.id.slice('document/'.length))
      }}
    />
  )
}
