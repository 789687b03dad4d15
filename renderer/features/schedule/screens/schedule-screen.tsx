import { useMemo, useState } from 'react'
import type { Post } from '#shared/domain/directory/directory.ts'
import { maySchedule } from '#shared/domain/schedule/week-draft.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { useCommands } from '../../../commands/command-provider.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { verb } from '../../../workplace/use-verbs.ts'
import type { CallSheetOf } from '../personal/calling-colleagues.ts'
import { PersonalScreen } from '../personal/personal-screen.tsx'
import { WeekScreen } from './week-screen.tsx'

interface ScheduleScreenProps {
  /** Opens with one's own calendar. */
  readonly startsMine: boolean
  readonly onPlace: (place: 'meetings' | 'ballots' | 'tasks', id: string) => void
  readonly callSheet: CallSheetOf
}

/** The weekly schedule of the agency, and beside it one's own calendar. */
export function ScheduleScreen(props: ScheduleScreenProps) {
  const me = useMe()
  return me === undefined ? <SkeletonRows density="grid" /> : <Schedules me={me} {...props} />
}

const boxIds = ['draft', 'published', 'mine'] as const
type ScheduleBox = (typeof boxIds)[number]

function Schedules({ me, startsMine, onPlace, callSheet }: ScheduleScreenProps & { readonly me: Post }) {
  const t = useT()
  const mayPublish = maySchedule({ post: me.id, roles: me.roles })
  const usual: ScheduleBox = mayPublish ? 'draft' : 'published'
  const [box, setBox] = useState<ScheduleBox>(startsMine ? 'mine' : usual)
  const seesDraft = mayPublish || hasRole(me, 'leader')
  const boxes = boxIds
    .filter((id) => id !== 'draft' || seesDraft)
    .map((id) => ({ id, label: t(`schedule.boxes.${id}`) }))
  const onBox = (id: string): void => setBox(id as ScheduleBox)
  useCommands(
    useMemo(
      () => [
        verb(
          'schedule.mine',
          box === 'mine' ? 'schedule.mine.toAgency' : 'schedule.mine.open',
          () => setBox(box === 'mine' ? usual : 'mine'),
          { icon: 'user', shortcut: 'KeyL' },
        ),
      ],
      [box, usual, setBox],
    ),
  )
  if (box !== 'mine') return <WeekScreen me={me} boxes={boxes} box={box} onBox={onBox} />
  return (
    <PersonalScreen
      onPlace={onPlace}
      callSheet={callSheet}
      head={(verbs) => (
        <ScreenHeader
          title={t('schedule.title')}
          boxes={boxes}
          activeBox={box}
          onBox={onBox}
          actions={<VerbBar verbs={verbs} isInline hasPrimary />}
        />
      )}
    />
  )
}
