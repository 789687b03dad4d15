import { useMemo, useState, type ReactNode } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import { isToDo, workReasons, type WorkReason, type WorkOrigin } from '../../../projections/work.ts'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { Digest } from '../components/digest.tsx'
import { WorkList } from '../components/work-list.tsx'
import { useRankedWork } from '../hooks/use-ranked-work.ts'

interface MyWorkScreenProps {
  readonly letterPane: (letter: string) => ReactNode
  readonly onOpenDocument: (id: string) => void
  readonly onOpenOrigin: (origin: WorkOrigin) => void
}

/** The one list of everything this post has to do, by legal risk, each with the reason why it lies here. */
export function MyWorkScreen(props: MyWorkScreenProps) {
  const t = useT()
  const work = useRankedWork()
  const [box, setBox] = useState<WorkReason | 'all'>('all')
  const shown = useMemo(
    () => (work ?? []).filter(({ row }) => box === 'all' || row.reason === box),
    [work, box],
  )
  const countOf = (reason: WorkReason): number =>
    (work ?? []).filter(({ row }) => row.reason === reason).length
  const boxes = [
    { id: 'all', label: t('common.all'), count: work?.length },
    ...workReasons
      .filter((reason) => isToDo(reason) && countOf(reason) > 0)
      .map((reason) => ({ id: reason, label: t(`today.work.${reason}`), count: countOf(reason) })),
  ]
  return (
    <>
      <ScreenHeader
        title={t('today.myWork.title')}
        boxes={boxes}
        activeBox={box}
        onBox={(id) => setBox(id as WorkReason | 'all')}
      />
      {work === undefined ? (
        <SkeletonRows />
      ) : (
        <>
          <Digest work={work} />
          <WorkList
            {...props}
            label={t('today.myWork.title')}
            work={shown}
            scope={box}
            empty={t('today.emptyNothing')}
          />
        </>
      )}
    </>
  )
}
