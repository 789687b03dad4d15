import { useCallback, useMemo } from 'react'
import type { SenderRequest } from '#shared/domain/correspondence/sender-request.ts'
import type { Command } from '../../../commands/command.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { amendmentIcons } from '../../../workplace/amending/amendment-lines.tsx'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import { verb } from '../../../workplace/use-verbs.ts'

/** Answers of a clerk to a sender; while the letter is not here, the request can only be put aside. */
export function useRequestVerbs(
  request: SenderRequest,
  isLetterHere: boolean,
  onRefusing: (isRefusing: boolean) => void,
  onOpen: (letter: string) => void,
): {
  readonly commands: readonly Command[]
  readonly refuse: (decidedBy: string, reason: string) => void
} {
  const t = useT()
  const act = useUndoableAct()
  const { id, way, about, notice, letter } = request
  const issuer = request.from.name
  const what = t(`amending.request.row.${way}`, { subject: about.code })

  const refuse = useCallback(
    (decidedBy: string, reason: string) => {
      onRefusing(false)
      const said = { icon: 'x', text: t('amending.request.toast.refused', { what }) } as const
      void act({ kind: 'sender-request', id }, 'sender-request.refuse', { decidedBy, reason }, said)
    },
    [act, id, onRefusing, t, what],
  )
  const commands = useMemo((): readonly Command[] => {
    const ref = { kind: 'sender-request', id } as const
    const agree = () =>
      act(
        ref,
        'sender-request.agree',
        {},
        {
          icon: amendmentIcons[way],
          text: t('amending.request.toast.agreed', { what }),
        },
      )
    const settle = () =>
      act(
        ref,
        'sender-request.settle',
        {},
        {
          icon: 'check',
          text: t('amending.request.toast.settled', { issuer }),
        },
      )
    const opened = isLetterHere ? letter : notice?.letter
    return [
      ...(isLetterHere
        ? [
            verb('request.agree', 'amending.request.agree', agree, { icon: 'check', shortcut: 'Enter' }),
            verb('request.refuse', 'amending.request.refuse', () => onRefusing(true), {
              icon: 'x',
              shortcut: 'KeyX',
            }),
          ]
        : [verb('request.settle', 'amending.request.settle', settle, { icon: 'check', shortcut: 'KeyE' })]),
      ...(opened == null
        ? []
        : [verb('request.open', 'amending.open', () => onOpen(opened), { icon: 'file-text' })]),
    ]
  }, [act, id, way, letter, notice, isLetterHere, issuer, what, onRefusing, onOpen, t])
  return { commands, refuse }
}
