import { useMemo } from 'react'
import { codeOfLetter, verdictOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import type { Agency, Post } from '#shared/domain/directory/directory.ts'
import { isSuperior } from '#shared/domain/directory/superior.ts'
import type { DocumentKind } from '#shared/domain/documents/document.ts'
import { tellsLater } from '#shared/domain/meetings/invitation/read-later.ts'
import type { RuleId } from '#shared/domain/law/rules.ts'
import { useAgency } from '../../../database/use-live.ts'
import { useMeeting } from '../../../database/use-live-meetings.ts'
import type { Command } from '../../../commands/command.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { MessageKey } from '../../../i18n/messages.ts'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { useRefusal } from '../../../workplace/refusal-notice.tsx'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import { verb } from '../../../workplace/use-verbs.ts'
import { useLeaders } from './use-leaders.ts'
import { useRegistering } from './use-registering.ts'
import { useFirstCalendarFile } from './use-own-calendar-file.ts'

interface LetterVerbs {
  readonly commands: readonly Command[]
  readonly mayDirect: boolean
}

interface LetterVerbOptions {
  readonly letter: Letter
  /** What this post can do with its own part in the letter. */
  readonly work: readonly Command[]
  /** To whom the clerk presents it; null: to the head. */
  readonly presentTo: string | null
  readonly onRefuse: () => void
  readonly onOpen: ((id: string) => void) | undefined
  /** Undefined: nothing to answer for this post. */
  readonly onReply: Reply | undefined
  /** Undefined: it invites to nothing. */
  readonly onInvitation: ((letter: Letter) => void) | undefined
}

/** Drafts the answer to a letter, or goes on with it. */
export type Reply = (letter: Letter, kind: DocumentKind) => void

/** What the post at this desk can do with a letter now; what it cannot do by rule carries the rule's words. */
export function useLetterVerbs({
  letter,
  work,
  presentTo,
  onRefuse,
  onOpen,
  onReply,
  onInvitation,
}: LetterVerbOptions): LetterVerbs {
  const t = useT()
  const me = useMe()
  const actUndoably = useUndoableAct()
  const refuse = useRefusal()
  const registering = useRegistering()
  const { leader } = useLeaders(presentTo)
  const agency = useAgency()?.state
  const isTaken = useMeeting(letter.id) != null
  const addToCalendar = useFirstCalendarFile(letter)

  return useMemo(() => {
    if (me === undefined) return { commands: [], mayDirect: false }
    const ref = { kind: 'letter', id: letter.id } as const
    const code = codeOfLetter(letter.content)
    const verdict = verdictOf(letter)

    const acceptOnly = (): Promise<unknown> =>
      actUndoably(
        ref,
        'letter.accept',
        { verdictSeen: verdict },
        { icon: 'circle-check', text: t('incoming.toast.accepted', { number: code }) },
      )
    const register = async (presenting: string | null): Promise<void> => {
      const { status, content } = letter
      const one = { id: letter.id, status, verdict, typeName: content.typeName }
      const [result] = await registering([one], presenting)
      if (result?.rule != null) refuse({ rule: result.rule })
    }
    const present = async ({ id, name }: Post): Promise<void> => {
      const said = { icon: 'user-share', text: t('incoming.toast.presented', { name }) } as const
      await actUndoably(ref, 'letter.present', { to: id }, said)
    }
    /** Presenting is offered once it is known to whom. */
    const presenting = (
      id: string,
      title: MessageKey,
      run: (to: Post) => unknown,
      withheld?: RuleId,
    ): readonly Command[] =>
      leader === undefined
        ? []
        : [verb(id, title, () => run(leader), { icon: 'user-share', shortcut: 'KeyP', rule: withheld })]

    const takeBack = (): Promise<unknown> =>
      actUndoably(
        ref,
        'letter.takeBack',
        {},
        { icon: 'arrow-back-up', text: t('incoming.toast.takenBack', { number: code }) },
      )

    const commands: Command[] = []
    if (hasRole(me, 'clerk')) {
      const rule = verdict === 'invalid' ? 'verdict-invalid' : undefined
      const returning = verb('letter.refuse', 'verbs.return', onRefuse, {
        icon: 'arrow-back-up',
        shortcut: 'KeyX',
      })
      if (letter.status === 'arrived') {
        commands.push(
          verb('letter.acceptRegister', 'incoming.acceptRegister', () => register(null), {
            icon: 'book-2',
            shortcut: 'KeyR',
            rule,
          }),
          ...presenting(
            'letter.acceptRegisterPresent',
            'verbs.registerAndPresent',
            (to) => register(to.id),
            rule,
          ),
          verb('letter.accept', 'verbs.accept', acceptOnly, { icon: 'circle-check', rule }),
          returning,
        )
      }
      if (letter.status === 'accepted') {
        commands.push(
          verb('letter.register', 'verbs.register', () => register(null), {
            icon: 'book-2',
            shortcut: 'KeyR',
          }),
          ...presenting('letter.registerPresent', 'verbs.registerAndPresent', (to) => register(to.id)),
          returning,
        )
      }
      if (letter.status === 'registered')
        commands.push(...presenting('letter.present', 'verbs.present', present))
    }
    commands.push(...work)
    if (onReply !== undefined && hasRole(me, 'drafter')) commands.push(...replies(letter, agency, onReply))
    const meeting =
      onInvitation === undefined
        ? []
        : [
            verb(
              'letter.invitation',
              isTaken
                ? 'meetings.verbs.show'
                : tellsLater(letter)
                  ? 'series.later.verb'
                  : 'meetings.verbs.attend',
              () => onInvitation(letter),
              { icon: 'calendar', shortcut: 'KeyM' },
            ),
          ]
    if (addToCalendar === undefined) commands.push(...meeting)
    else
      commands.push(
        verb('letter.calendarFile', 'incoming.addToCalendar', addToCalendar, {
          icon: 'calendar',
          shortcut: 'KeyL',
        }),
      )
    const isOwn = letter.status === 'directed' && letter.directive?.by.post === me.id
    const isPresented = letter.status === 'presented' && hasRole(me, 'clerk')
    if (isOwn || isPresented)
      commands.push(
        verb('letter.takeBack', 'verbs.takeBack', () => takeBack(), {
          icon: 'arrow-back-up',
          shortcut: 'KeyZ',
        }),
      )
    const mayDirect = letter.status === 'presented' && letter.presentedTo === me.id
    if (onOpen !== undefined && !mayDirect)
      commands.push(
        verb('letter.open', 'common.open', () => onOpen(letter.id), { icon: 'file-text', shortcut: 'Enter' }),
      )
    // No word of the letter invites to anything: its calendar file is for one's own calendar first.
    if (addToCalendar !== undefined) commands.push(...meeting)
    return { commands, mayDirect }
  }, [
    letter,
    me,
    t,
    actUndoably,
    refuse,
    registering,
    leader,
    work,
    agency,
    isTaken,
    onRefuse,
    onOpen,
    onReply,
    onInvitation,
    addToCalendar,
  ])
}

/** `D` answers with a công văn; a superior body may be answered with a report (Decree 30 Annex I II.9). */
function replies(letter: Letter, agency: Agency | undefined, onReply: Reply): readonly Command[] {
  const isToSuperior = agency !== undefined && isSuperior(agency, letter.content.from.name)
  return [
    verb('letter.reply', 'verbs.draftReply', () => onReply(letter, 'cong-van'), {
      icon: 'pencil',
      shortcut: 'KeyD',
    }),
    ...(isToSuperior
      ? [
          verb('letter.replyByReport', 'verbs.draftReport', () => onReply(letter, 'bao-cao'), {
            icon: 'pencil',
            shortcut: 'Shift+KeyD',
          }),
        ]
      : []),
  ]
}
