import { useAbsences, useFiles, useIncoming, useOutgoing, useTasks } from '../../../database/use-live.ts'
import { useMeetings } from '../../../database/use-live-meetings.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useMe, usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { heldBy, type HeldPart } from '../components/handover-parts.ts'

/** What the post at this desk holds, and how many documents only it can sign. */
export function useHeld(): { readonly parts: readonly HeldPart[]; readonly unsigned: number } {
  const t = useT()
  const me = useMe()
  const today = useToday()
  const nameOf = usePostNames()
  const tasks = useTasks('open') ?? []
  const [draft, returned, submitted, initialled] = [
    useOutgoing('draft') ?? [],
    useOutgoing('returned') ?? [],
    useOutgoing('submitted') ?? [],
    useOutgoing('initialled') ?? [],
  ]
  const toDirect = useIncoming('toDirect') ?? []
  const files = useFiles() ?? []
  const absences = useAbsences() ?? []
  const ahead = useMeetings('ahead') ?? []
  const past = useMeetings('past') ?? []
  if (me === undefined) return { parts: [], unsigned: 0 }
  const toCheck = initialled.filter((one) => one.checker === me.id)
  const held = { tasks, drafts: [...draft, ...returned, ...submitted, ...toCheck], toDirect, files, absences }
  const all = { ...held, meetings: [...ahead, ...past] }
  const standIn = (post: string): string => t('records.handover.standIn', { name: nameOf(post) })
  return {
    parts: heldBy(me.id, today, all, standIn),
    unsigned: initialled.filter((one) => one.signer === me.id).length,
  }
}
