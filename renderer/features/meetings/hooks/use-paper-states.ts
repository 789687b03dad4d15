import type { DocumentStatus } from '#shared/domain/documents/document-status.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import { useDocument } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { Tone } from '../../../ui/chip.tsx'
import type { IconName } from '../../../ui/icons.ts'

/** How far something is: in a word, with its look. */
export interface StepState {
  readonly words: string
  readonly tone: Tone
  readonly icon: IconName
}

/** The document in one part of a meeting, where this desk sees it: its drafter always, others once it goes to them. */
export const useMinutesDocument = (meeting: Meeting): OfficialDocument | undefined =>
  useDocument(meeting.minutesDraft?.document ?? '')?.state
export const useNoticeDocument = (meeting: Meeting): OfficialDocument | undefined =>
  useDocument(meeting.notice?.document ?? '')?.state

/** How far the minutes are, as far as everybody called may know. */
export function useMinutesState(meeting: Meeting): StepState {
  const t = useT()
  const formats = useFormats()
  const document = useMinutesDocument(meeting)
  const { minutesDraft, round, lockedAt, minutes } = meeting
  if (minutesDraft === undefined && minutes === null)
    return { words: t('concluding.minutes.none'), tone: 'soon', icon: 'pencil' }
  if (minutesDraft?.issued != null)
    return {
      words: t('concluding.minutes.issued', { code: minutesDraft.issued.code }),
      tone: 'ok',
      icon: 'check',
    }
  if (minutes !== null) return { words: t('concluding.minutes.signed'), tone: 'ok', icon: 'writing-sign' }
  if (lockedAt !== undefined) {
    const at = document?.status
    if (at === 'submitted')
      return { words: t('concluding.minutes.toSecretary'), tone: 'soon', icon: 'writing-sign' }
    if (at === 'initialled')
      return { words: t('concluding.minutes.toChair'), tone: 'info', icon: 'writing-sign' }
    if (at === 'returned')
      return { words: t('concluding.minutes.returned'), tone: 'over', icon: 'arrow-back-up' }
    return { words: t('concluding.minutes.locked'), tone: 'info', icon: 'lock' }
  }
  if (round === undefined) return { words: t('concluding.minutes.drafting'), tone: 'info', icon: 'pencil' }
  return {
    words:
      round.until === null
        ? t('concluding.minutes.round')
        : t('concluding.minutes.roundUntil', { date: formats.dayMonth(round.until) }),
    tone: 'info',
    icon: 'message-2',
  }
}

/** How far the notice of conclusions is. */
export function useNoticeState(meeting: Meeting): StepState {
  const t = useT()
  const document = useNoticeDocument(meeting)
  const { notice } = meeting
  if (notice === undefined) return { words: t('concluding.notice.none'), tone: 'soon', icon: 'pencil' }
  if (notice.issued !== null)
    return { words: t('concluding.notice.issued', { code: notice.issued.code }), tone: 'ok', icon: 'check' }
  const { step, ...look } = onTheWay(document?.status)
  return { ...look, words: t(`concluding.notice.${step}`) }
}

/** How far the decision on an item is; undefined: none was drafted. */
export function useDecisionState({ decision }: ItemState): StepState | undefined {
  const t = useT()
  const document = useDocument(decision?.document ?? '')?.state
  if (decision === undefined) return undefined
  if (decision.issued !== null)
    return {
      words: t('concluding.decision.issued', { code: decision.issued.code }),
      tone: 'ok',
      icon: 'check',
    }
  const { step, ...look } = onTheWay(document?.status)
  const kind = document === undefined ? '' : t(`drafting.types.${document.kind}`)
  return { ...look, words: t(`concluding.decision.${step}`, { kind }) }
}

/** Where a document of the meeting is before it is issued; whoever does not see it knows that it is with others. */
function onTheWay(status: DocumentStatus | undefined) {
  switch (status) {
    case undefined:
      return { step: 'byOthers', tone: 'info', icon: 'progress' } as const
    case 'draft':
      return { step: 'drafting', tone: 'info', icon: 'pencil' } as const
    case 'returned':
      return { step: 'returned', tone: 'over', icon: 'arrow-back-up' } as const
    case 'submitted':
    case 'initialled':
      return { step: status, tone: 'info', icon: 'writing-sign' } as const
    default:
      return { step: 'signed', tone: 'info', icon: 'rubber-stamp' } as const
  }
}
