import { useMemo, useState } from 'react'
import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import { choices, type Choice, type Motion } from '#shared/domain/meetings/motion.ts'
import { mayStillChange, tallyOf } from '#shared/domain/meetings/tally.ts'
import { voteIdOf } from '#shared/domain/meetings/vote.ts'
import type { Command } from '../../../commands/command.ts'
import { useVotes } from '../../../database/use-live-meetings.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { VoteRow } from '../../../projections/meetings.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { ReasonSheet } from '../../../workplace/reason-sheet.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { EnterVotesSheet } from '../entering/enter-votes-sheet.tsx'
import { EnteredVotes } from '../entering/entered-votes.tsx'
import { useCast } from '../hooks/use-cast.ts'
import { outcomeLooks } from '../hooks/use-meeting-acts.ts'
import { LateVotes } from './late-votes.tsx'
import classes from './meetings.module.css'

const KEYS = { yes: 'KeyY', no: 'KeyN', other: 'KeyO' } as const satisfies Record<Choice, string>
const ICONS = { yes: 'check', no: 'x', other: 'message-2' } as const satisfies Record<Choice, string>

interface VotePanelProps {
  readonly meeting: Meeting
  readonly item: ItemState
}

/** The questions of an item, newest first: one's own vote while it is open, the tally as this desk counts it, what was declared. */
export function VotePanel({ meeting, item }: VotePanelProps) {
  const t = useT()
  const motions = item.motions.toReversed()
  if (motions.length === 0)
    return (
      <PanelSection heading={t('meetings.vote.title')}>
        <p className="dim">{t('meetings.vote.none')}</p>
      </PanelSection>
    )
  return motions.map((motion) => (
    <PanelSection key={motion.id} heading={t('meetings.vote.title')}>
      <MotionView meeting={meeting} item={item} motion={motion} />
    </PanelSection>
  ))
}

interface MotionViewProps extends VotePanelProps {
  readonly motion: Motion
}

function MotionView({ meeting, item, motion }: MotionViewProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const { post } = useDesk()
  const votes = useVotesHere(meeting.id, motion.id)
  const [isEntering, setEntering] = useState(false)
  const own = votes.find((vote) => vote.post === post)
  const tally = motion.declared?.tally ?? tallyOf(motion.voters, votes)
  const chair = votes.find((vote) => vote.post === meeting.chair)?.choice
  const isOpen = motion.closedAt === null
  const mayChange = motion.declared === null && mayStillChange(tally, motion.majority, chair)
  const outcome = motion.declared === null ? undefined : outcomeLooks[motion.declared.outcome]
  return (
    <>
      <p className={classes.question}>{motion.question}</p>
      {isOpen && motion.isSigned === true && <p className="dim">{t('meetings.vote.signedHint')}</p>}
      {isOpen && motion.voters.includes(post) && !motion.isSecret && (
        <OwnVote meeting={meeting} item={item} motion={motion} own={own?.choice} />
      )}
      {isOpen && meeting.secretary === post && !motion.isSecret && motion.isSigned !== true && (
        <p className={classes.own}>
          <Button size="small" icon="pencil" onClick={() => setEntering(true)}>
            {t('meetings.entering.open')}
          </Button>
        </p>
      )}
      {isEntering && (
        <EnterVotesSheet
          meeting={meeting}
          item={item}
          motion={motion}
          votes={votes}
          onClose={() => setEntering(false)}
        />
      )}
      {own !== undefined && (
        <p className={classes.own}>
          <Chip tone={own.pending ? 'soon' : 'ok'} icon={own.pending ? 'cloud-up' : 'check'}>
            {t(own.pending ? 'meetings.vote.ownWaiting' : 'meetings.vote.own', {
              choice: t(`meetings.vote.choices.${own.choice}`),
            })}
          </Chip>
        </p>
      )}
      {(!motion.isSecret || motion.declared !== null) && (
        <dl className={classes.tally}>
          {choices.map((choice) => (
            <div key={choice}>
              <dt>{t(`meetings.vote.choices.${choice}`)}</dt>
              <dd className="num">{formats.number(tally[choice])}</dd>
            </div>
          ))}
          <div>
            <dt>{t('meetings.vote.missing')}</dt>
            <dd className="num">{formats.number(tally.missing)}</dd>
          </div>
        </dl>
      )}
      <EnteredVotes motion={motion} votes={votes} />
      <LateVotes motion={motion} votes={votes} />
      {outcome !== undefined && motion.declared !== null && (
        <Chip tone={outcome.tone} icon={outcome.icon}>
          {t(`meetings.vote.outcome.${motion.declared.outcome}`, { time: formats.time(motion.declared.at) })}
        </Chip>
      )}
      {!isOpen && motion.declared === null && (
        <p className="dim">{t(mayChange ? 'meetings.vote.mayChange' : 'meetings.vote.settled')}</p>
      )}
      {motion.onPaper !== null && (
        <p className="dim">
          {t('meetings.vote.counters', { names: motion.onPaper.counters.map(nameOf).join(', ') })}
        </p>
      )}
    </>
  )
}

/** `Y`, `N`, `O`: the vote is signed with the key of this desk and counts once, also when it is given without a network. */
function OwnVote({ meeting, item, motion, own }: MotionViewProps & { readonly own: Choice | undefined }) {
  const t = useT()
  const cast = useCast(meeting, item, motion)
  const [isAsking, setAsking] = useState(false)
  const commands = useMemo(
    (): readonly Command[] =>
      isAsking
        ? []
        : choices.map((choice) =>
            verb(
              `vote.${choice}`,
              `meetings.vote.choices.${choice}`,
              () => (choice === 'other' ? setAsking(true) : cast(choice, '')),
              { icon: ICONS[choice], shortcut: KEYS[choice] },
            ),
          ),
    [cast, isAsking],
  )
  const verbs = useVerbs(commands)
  return (
    <>
      <VerbBar verbs={verbs} hasPrimary={own === undefined} isInline />
      {isAsking && (
        <ReasonSheet
          title={t('meetings.vote.choices.other')}
          label={t('meetings.vote.otherLabel')}
          confirm={t('meetings.vote.cast')}
          onClose={() => setAsking(false)}
          onConfirm={(words) => {
            setAsking(false)
            cast('other', words)
          }}
        />
      )}
    </>
  )
}

/** What was voted in another meeting on a motion of the same name is none of these. */
function useVotesHere(meeting: string, motion: string): readonly VoteRow[] {
  const votes = useVotes(motion)
  return useMemo(
    () => (votes ?? []).filter(({ id, post }) => id === voteIdOf(meeting, motion, post)),
    [votes, meeting, motion],
  )
}
