import { useMemo } from 'react'
import type { BoardFact } from '#shared/domain/boards/facts.ts'
import type { Selection } from '#shared/domain/boards/narrow.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { FactRow } from './fact-row.tsx'

interface FigureListProps {
  readonly facts: readonly BoardFact[] | undefined
  readonly selection: Selection
  readonly label: string
  readonly onOpenFact: (fact: BoardFact) => void
}

/** Everything that was counted for a number, the longest open first; each is read when it comes into sight. */
export function FigureList({ facts, selection, label, onOpenFact }: FigureListProps) {
  const t = useT()
  const entries = useMemo(
    () =>
      (facts ?? [])
        .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
        .map((item) => ({ kind: 'row', id: item.id, item }) as const),
    [facts],
  )
  const ids = useMemo(() => entries.map((entry) => entry.id), [entries])
  const [active, setActive] = useActiveRow(facts === undefined ? undefined : ids, selection.figure)
  if (facts === undefined) return <SkeletonRows />
  return (
    <VirtualList<BoardFact>
      label={label}
      entries={entries}
      activeId={active}
      onActivate={setActive}
      onOpen={(id) => {
        const fact = facts.find((one) => one.id === id)
        if (fact !== undefined) onOpenFact(fact)
      }}
      isAutoFocused
      empty={<EmptyState text={t('boards.emptyList')} />}
      renderRow={(fact, state) => <FactRow fact={fact} isActive={state.isActive} />}
    />
  )
}
