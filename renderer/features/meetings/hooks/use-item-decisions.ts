import { useCallback, useMemo } from 'react'
import { isDecided } from '#shared/domain/meetings/conclude/decided.ts'
import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Command } from '../../../commands/command.ts'
import { useAgency, useDocument } from '../../../database/use-live.ts'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import type { MeetingPlaces } from '../meeting-places.ts'
import { useOwnPart } from './use-meeting-acts.ts'

/** What becomes of single items as documents of their own. */
export interface ItemDecisions {
  /** The item whose decision the key drafts or opens. */
  readonly next: string | undefined
  /** Whether the post at this desk drafts them: it runs the meeting and is a drafter. */
  readonly mayDraft: boolean
  /** Drafts at once, or asks who decides where the agency has collectives. */
  readonly onDraft: (item: ItemState) => void
  readonly onOpen: (document: string) => void
}

/** `Q` drafts the decision on the chosen item, or on the first that was decided and has none; where there is one, it opens it. */
export function useItemDecisions(
  meeting: Meeting,
  chosen: string | null,
  { onDecision, onOpenDocument }: MeetingPlaces,
  ask: (item: string) => void,
): ItemDecisions {
  const me = useMe()
  const { runs } = useOwnPart(meeting)
  const mayDraft = runs && hasRole(me, 'drafter')
  const hasCollectives = (useAgency()?.state.collectives ?? []).length > 0
  const onDraft = useCallback(
    (item: ItemState) => (hasCollectives ? ask(item.id) : onDecision(meeting, item)),
    [hasCollectives, ask, onDecision, meeting],
  )
  const next = nextOf(meeting, chosen, mayDraft)
  // Until it was read it may be here: the key is not lost meanwhile.
  const mayBeHere = useDocument(next?.decision?.document ?? '') !== null
  useVerbs(
    useMemo((): readonly Command[] => {
      if (next?.decision !== undefined) {
        const { document } = next.decision
        const open = (): void => onOpenDocument(document)
        return mayBeHere
          ? [
              verb('conclude.openDecision', 'concluding.verbs.openDecision', open, {
                icon: 'file-text',
                shortcut: 'KeyQ',
              }),
            ]
          : []
      }
      return next !== undefined && mayDraft
        ? [
            verb('conclude.draftDecision', 'concluding.verbs.draftDecision', () => onDraft(next), {
              icon: 'pencil',
              shortcut: 'KeyQ',
              rule: isDecided(next) ? undefined : 'item-not-decided',
            }),
          ]
        : []
    }, [next, mayBeHere, mayDraft, onDraft, onOpenDocument]),
  )
  return { next: next?.id, mayDraft, onDraft, onOpen: onOpenDocument }
}

const nextOf = ({ items }: Meeting, chosen: string | null, mayDraft: boolean): ItemState | undefined =>
  chosen === null
    ? ((mayDraft ? items.find((item) => item.decision === undefined && isDecided(item)) : undefined) ??
      items.find(({ decision }) => decision !== undefined))
    : items.find(({ id }) => id === chosen)
