import { useMemo } from 'react'
import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import { questionOfBallot } from '#shared/domain/meetings/answers-file/questions-of.ts'
import { choices } from '#shared/domain/meetings/motion.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { Command } from '../../../commands/command.ts'
import { useAgency, usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { SlipRow } from '../../../projections/ballots.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useToast } from '../../../ui/toast.tsx'
import type { Verb } from '../../../ui/verb-bar.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useNow } from '../../../workplace/today.ts'
import { useSaveAnswers } from '../../../workplace/use-save-answers.ts'
import { useSaveTables } from '../../../workplace/use-save-tables.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { choiceKeys, standingLooks } from '../components/ballot-words.ts'
import type { BallotWays, DraftBallot } from '../ballot-ways.ts'
import { summaryTable } from '../use-cases/summary-table.ts'
import { useAnswer } from './use-answer.ts'

/** What needs words first. */
export type BallotAsking = 'change' | 'withdraw' | 'no' | 'other' | 'decide'

interface BallotVerbs extends BallotWays {
  readonly ballot: Ballot
  readonly slips: readonly SlipRow[]
  readonly isAsking: boolean
  readonly ask: (what: BallotAsking) => void
}

/** A member's answer by one key; whoever asks sends, chases, has it counted, takes the summary and drafts on it. */
export function useBallotVerbs({
  ballot,
  slips,
  isAsking,
  ask,
  onDraft,
  onFollow,
}: BallotVerbs): readonly Verb[] {
  const { post } = useDesk()
  const ofMember = useMemberVerbs(ballot, slips, ask)
  const running = useRunningVerbs(ballot, slips, ask, onFollow)
  const ended = useEndedVerbs(ballot, slips, onDraft, ask)
  const runs = post === ballot.secretary || post === ballot.chair
  return useVerbs(
    useMemo(
      () => (isAsking ? [] : lastly('ballot.withdraw', [...ofMember, ...(runs ? running : []), ...ended])),
      [isAsking, runs, ofMember, running, ended],
    ),
  )
}

/** What takes back stands behind all the rest. */
const lastly = (id: string, commands: readonly Command[]): readonly Command[] => [
  ...commands.filter((one) => one.id !== id),
  ...commands.filter((one) => one.id === id),
]

function useMemberVerbs(
  ballot: Ballot,
  slips: readonly SlipRow[],
  ask: (what: BallotAsking) => void,
): readonly Command[] {
  const { post } = useDesk()
  const now = useNow()
  const answer = useAnswer(ballot)
  const own = slips.find(({ member }) => member === post)
  return useMemo(() => {
    if (ballot.status !== 'open' || own === undefined || own.lapsed !== null) return []
    const stands = own.answer !== null && !own.answer.isLate && now > own.until
    return choices.map((choice) =>
      verb(
        `ballot.${choice}`,
        `meetings.vote.choices.${choice}`,
        () => (choice === 'yes' ? answer('yes', '') : ask(choice)),
        {
          icon: standingLooks[choice].icon,
          shortcut: choiceKeys[choice],
          rule: stands ? 'answer-stands' : undefined,
        },
      ),
    )
  }, [ballot.status, own, now, answer, ask])
}

function useRunningVerbs(
  ballot: Ballot,
  slips: readonly SlipRow[],
  ask: (what: BallotAsking) => void,
  onFollow: (id: string) => void,
): readonly Command[] {
  const t = useT()
  const act = useAct()
  const toast = useToast()
  const now = useNow()
  const { id, status, until } = ballot
  return useMemo(() => {
    const ref = { kind: 'ballot', id } as const
    const withdraw = verb('ballot.withdraw', 'ballots.verbs.withdraw', () => ask('withdraw'), {
      shortcut: 'KeyX',
    })
    if (status === 'draft')
      return [
        verb('ballot.send', 'ballots.verbs.send', () => act(ref, 'ballot.send', {}), {
          icon: 'send',
          shortcut: 'Control+Enter',
        }),
        verb('ballot.change', 'ballots.verbs.change', () => ask('change'), {
          icon: 'pencil',
          shortcut: 'KeyU',
        }),
        withdraw,
      ]
    if (status !== 'open') return []
    const silent = slips.filter(({ answer }) => answer === null)
    const today = localDateOf(now)
    const toChase = silent.filter(({ chasedAt }) => chasedAt === null || localDateOf(chasedAt) < today)
    const chase = async (): Promise<void> => {
      for (const slip of toChase) await act({ kind: 'ballot-slip', id: slip.id }, 'ballot-slip.chase', {})
      toast.show({ icon: 'bell-ringing', text: t('ballots.done.chased', { count: toChase.length }) })
    }
    const close = async (): Promise<void> => {
      if ((await act(ref, 'ballot.close', {})) !== undefined) onFollow(id)
    }
    const mayClose = silent.length === 0 || (until !== null && now > until)
    return [
      verb('ballot.close', 'ballots.verbs.close', close, {
        icon: 'checklist',
        shortcut: 'KeyP',
        rule: mayClose ? undefined : 'ballot-still-open',
      }),
      ...(silent.length === 0
        ? []
        : [
            verb('ballot.chase', 'ballots.verbs.chase', chase, {
              icon: 'bell-ringing',
              shortcut: 'KeyC',
              values: { count: toChase.length === 0 ? silent.length : toChase.length },
              rule: toChase.length === 0 ? 'chased-today' : undefined,
            }),
          ]),
      withdraw,
    ]
  }, [id, status, until, slips, now, act, ask, onFollow, toast, t])
}

function useEndedVerbs(
  ballot: Ballot,
  slips: readonly SlipRow[],
  onDraft: DraftBallot,
  ask: (what: BallotAsking) => void,
): readonly Command[] {
  const t = useT()
  const hasCollectives = (useAgency()?.state.collectives ?? []).length > 0
  const { post } = useDesk()
  const people = usePeople()
  const save = useSaveTables()
  const saveAnswers = useSaveAnswers()
  return useMemo(() => {
    const runs = post === ballot.secretary || post === ballot.chair
    if (ballot.sentAt === null || (ballot.result === null && !runs)) return []
    const table = (): ReturnType<typeof summaryTable>[] => [summaryTable(t, ballot, slips, people ?? [])]
    return [
      ...(runs && ballot.result !== null
        ? [
            verb('ballot.document', 'ballots.verbs.document', () => onDraft('report', ballot, slips), {
              icon: 'file-text',
              shortcut: 'KeyD',
            }),
          ]
        : []),
      ...(runs && ballot.result?.outcome === 'carried'
        ? [
            verb(
              'ballot.decision',
              hasCollectives ? 'ballots.verbs.decide' : 'ballots.verbs.decision',
              () => (hasCollectives ? ask('decide') : onDraft('decision', ballot, slips)),
              {
                icon: 'file-text',
                shortcut: 'KeyQ',
                rule: ballot.decision === undefined ? undefined : 'already-exists',
              },
            ),
          ]
        : []),
      verb(
        'ballot.summary',
        'ballots.verbs.summary',
        () => save('xlsx', t('ballots.table.file'), () => Promise.resolve(table())),
        { icon: 'download', shortcut: 'KeyE' },
      ),
      verb('ballot.answersFile', 'ballots.verbs.answersFile', () =>
        saveAnswers(t('ballots.answersFile'), () =>
          Promise.resolve([questionOfBallot(ballot, slips, people ?? [])]),
        ),
      ),
    ]
  }, [post, ballot, slips, people, save, saveAnswers, onDraft, ask, hasCollectives, t])
}
