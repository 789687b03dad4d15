import { useCallback, useMemo, useState } from 'react'
import type { Directive, Letter } from '#shared/domain/correspondence/letter.ts'
import { limitOf } from '#shared/domain/law/limits.ts'
import { tellsLater } from '#shared/domain/meetings/invitation/read-later.ts'
import { invitesToMeeting } from '#shared/domain/meetings/invitation/invites.ts'
import { factsOfLetter } from '#shared/domain/records/item-facts.ts'
import { owedProof } from '#shared/domain/work/proof.ts'
import { isOpen, type Task } from '#shared/domain/work/task.ts'
import type { Command } from '../../../commands/command.ts'
import { useLetter } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { LimitLine } from '../../../workplace/limit-line.tsx'
import { hasRole, useMe, usePostNames } from '../../../workplace/me.ts'
import { ReadProposals } from '../../../workplace/tasks/read-proposals.tsx'
import { replyOf } from '../../../workplace/tasks/reply-of.ts'
import { useLimitFrame } from '../../../workplace/configuration/use-settings.ts'
import { useMyTask } from '../../../workplace/tasks/use-my-task.ts'
import { useReadOnOpening } from '../../../workplace/tasks/use-read-on-opening.ts'
import { useTaskActs } from '../../../workplace/tasks/use-task-acts.ts'
import { useTaskWork } from '../../../workplace/tasks/use-task-work.tsx'
import { useFiling } from '../../../workplace/records/use-filing.tsx'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import { useVerbs } from '../../../workplace/use-verbs.ts'
import { useLetterVerbs, type Reply } from '../hooks/use-letter-verbs.ts'
import { DirectiveForm } from './directive-form.tsx'
import { LetterBody } from './letter-body.tsx'
import { LetterHeader } from './letter-header.tsx'
import { LetterTies } from './letter-ties.tsx'
import { ProposedRegistration } from './proposed-registration.tsx'
import { RefuseReasons } from './refuse-reasons.tsx'
import classes from './letter.module.css'

const NONE: readonly Command[] = []

/** Unregistered letters need not be handled (Decree 30 Art 22), so none is filed. */
const isRegistered = ({ status }: Letter): boolean => !['arrived', 'accepted', 'refused'].includes(status)

/** Whoever is only told answers nothing. */
const isWorkedOn = (task: Task | undefined): boolean => task !== undefined && task.role !== 'inform'

/** Work is closed with its filing unless the letter still asks for a reply or the superior body for a document. */
const isClosedByFiling = (task: Task, letter: Letter): boolean =>
  isOpen(task) && task.role !== 'inform' && owedProof(task, letter) === undefined

interface LetterPaneProps {
  readonly letter: Letter
  /** Over the whole place, not beside the list. */
  readonly isWide?: boolean
  /** `Enter` opens it in a tab, where it is not opened yet. */
  readonly onOpen?: ((id: string) => void) | undefined
  /** Drafts the answer, or goes on with it. */
  readonly onReply: Reply
  /** Takes up the meeting it invites to, or shows it. */
  readonly onInvitation: (letter: Letter) => void
}

/** A letter with what can be done with it: header, verbs, proposed registration, page, and the directive of the leader. */
export function LetterPane({ letter, isWide = false, onOpen, onReply, onInvitation }: LetterPaneProps) {
  const t = useT()
  const nameOf = usePostNames()
  const act = useUndoableAct()
  const [isRefusing, setRefusing] = useState(false)
  const [chosen, setPresentTo] = useState<string | null>(null)
  const holderBefore = useHolderBefore(letter)
  const presentTo = chosen ?? holderBefore
  const onRefuse = useCallback(() => setRefusing(true), [])
  const cancel = useCallback(() => setRefusing(false), [])
  const task = useMyTask(letter.id)
  const work = useTaskWork(task)
  useReadOnOpening(isWide ? task : undefined)
  const { commands, mayDirect } = useLetterVerbs({
    letter,
    work: work.commands,
    presentTo,
    onRefuse,
    onOpen,
    onReply: isWorkedOn(task) && isRegistered(letter) ? onReply : undefined,
    onInvitation:
      isRegistered(letter) && (invitesToMeeting(letter) || tellsLater(letter)) ? onInvitation : undefined,
  })
  const isAsking = isRefusing || work.asking !== null
  const acts = useTaskActs()
  const closable = task !== undefined && isClosedByFiling(task, letter) ? task : null
  const reply = closable?.role === 'lead' ? replyOf(letter) : null
  const finishing = closable === null ? undefined : () => void acts.finish(closable.id, '', reply)
  const filing = useFiling(
    'letter',
    letter.id,
    isRegistered(letter) ? factsOfLetter(letter) : null,
    null,
    finishing,
  )
  const offered = useMemo(() => [...commands, ...filing.commands], [commands, filing.commands])
  const verbs = useVerbs(isAsking || filing.asking !== null ? NONE : offered)

  const refuse = useCallback(
    (reason: string) => {
      setRefusing(false)
      void act(
        { kind: 'letter', id: letter.id },
        'letter.refuse',
        { reason },
        {
          icon: 'arrow-back-up',
          text: t('incoming.toast.returned', { issuer: letter.content.from.name }),
        },
      )
    },
    [act, letter, t],
  )
  const direct = useCallback(
    (directive: Directive) => {
      void act(
        { kind: 'letter', id: letter.id },
        'letter.direct',
        { directive },
        { icon: 'writing-sign', text: t('incoming.toast.directed', { name: nameOf(directive.lead) }) },
      )
    },
    [act, letter.id, t, nameOf],
  )
  const bar = verbs.length > 0 && (
    <VerbBar verbs={verbs} isInline={isWide} hasPrimary={!mayDirect && commands.length > 0} />
  )
  const directiveBox = mayDirect && !isAsking && (
    <DirectiveForm key={letter.id} letter={letter} onDirect={direct} />
  )

  return (
    <article className={classes.pane} aria-label={letter.content.subject}>
      <LetterHeader letter={letter} isWide={isWide} verbs={bar} />
      {!isWide && bar}
      <div className={classes.limit}>
        <LetterLimit letter={letter} />
      </div>
      <LetterTies letter={letter} onOpen={onOpen} />
      {isRefusing && <RefuseReasons onRefuse={refuse} onCancel={cancel} />}
      {work.asking}
      {filing.asking}
      {work.asking === null && <ReadProposals letter={letter} task={task} onChange={work.propose} />}
      <ProposedRegistration letter={letter} presentTo={presentTo} onPresentTo={setPresentTo} />
      <LetterBody letter={letter} isWide={isWide} foot={directiveBox} />
    </article>
  )
}

/** To whom the letter that it replaces or puts right was presented; null: none here. */
function useHolderBefore({ content }: Letter): string | null {
  const before = useLetter(content.concerns?.[0]?.letter ?? '')
  return before?.state.presentedInsteadOf ?? before?.state.presentedTo ?? null
}

/** Until when the clerk registers it, or presents it (Decree 30 Art 4.2c, 22, 23.1). */
function LetterLimit({ letter }: { readonly letter: Letter }) {
  const frame = useLimitFrame()
  const isClerk = hasRole(useMe(), 'clerk')
  const { arrivedAt, status, content } = letter
  if (!isClerk) return null
  if (status === 'arrived' || status === 'accepted')
    return <LimitLine limit={limitOf('register', arrivedAt, content.urgency, frame)} />
  if (status === 'registered')
    return <LimitLine limit={limitOf('present', arrivedAt, content.urgency, frame)} />
  return null
}
