import { useState } from 'react'
import { whyNotEnterable } from '#shared/domain/meetings/enter-vote.ts'
import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import { choices, type Choice, type Motion } from '#shared/domain/meetings/motion.ts'
import { voteIdOf } from '#shared/domain/meetings/vote.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { VoteRow } from '../../../projections/meetings.ts'
import { Chip } from '../../../ui/chip.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useAct } from '../../../workplace/use-act.ts'
import classes from './entering.module.css'

interface EnterVotesSheetProps {
  readonly meeting: Meeting
  readonly item: ItemState
  readonly motion: Motion
  readonly votes: readonly VoteRow[]
  readonly onClose: () => void
}

type Said = Readonly<Record<string, { readonly choice: Choice | ''; readonly words: string }>>

/** Named votes of members who are there without a device; what a member gave is shown and stands, and who may not be entered is told why. */
export function EnterVotesSheet({ meeting, item, motion, votes, onClose }: EnterVotesSheetProps) {
  const t = useT()
  const nameOf = usePostNames()
  const act = useAct()
  const [said, setSaid] = useState<Said>({})
  const there = meeting.members.filter(
    ({ post, present }) => present !== null && motion.voters.includes(post),
  )
  const own = new Map(
    votes.filter(({ entered }) => entered === undefined).map((one) => [one.post, one.choice]),
  )
  const before = new Map(votes.map(({ post, choice, words }) => [post, { choice, words }]))
  const of = (post: string): Said[string] => said[post] ?? before.get(post) ?? { choice: '', words: '' }
  const changed = Object.entries(said).flatMap(([post, { choice, words }]) =>
    choice === '' || own.has(post) || whyNotEnterable(meeting, motion, post) !== undefined
      ? []
      : [{ post, choice, words }],
  )
  const isOpen = motion.closedAt === null
  const isReady =
    isOpen && changed.length > 0 && changed.every((one) => one.choice !== 'other' || one.words.trim() !== '')
  const done = async (): Promise<void> => {
    if (!isReady) return
    for (const { post: voter, choice, words } of changed) {
      const ref = { kind: 'vote', id: voteIdOf(meeting.id, motion.id, voter) } as const
      const of = { meeting: meeting.id, item: item.id, motion: motion.id }
      if ((await act(ref, 'vote.enter', { ...of, voter, choice, words })) === undefined) return
    }
    onClose()
  }
  return (
    <FormSheet
      title={t('meetings.entering.title')}
      description={motion.question}
      confirm={t('meetings.entering.confirm', { count: changed.length })}
      isReady={isReady}
      onClose={onClose}
      onConfirm={() => void done()}
    >
      <p className={isOpen ? 'dim' : classes.late} role="status">
        {t(isOpen ? 'meetings.entering.hint' : 'law.vote-entered-late.words')}
      </p>
      <ul className={classes.list}>
        {there.map(({ post }) => {
          const mine = own.get(post)
          const { choice, words } = of(post)
          const rule = whyNotEnterable(meeting, motion, post)
          const mayEnter = mine === undefined && rule === undefined && isOpen
          return (
            <li key={post} className={classes.line}>
              <span className={classes.name}>{nameOf(post)}</span>
              {mine === undefined && rule !== undefined && (
                <span className={classes.why}>{t(`law.${rule}.words`)}</span>
              )}
              {mayEnter && (
                <ChoiceBar
                  label={nameOf(post)}
                  choices={choices.map((value) => ({ value, label: t(`meetings.vote.choices.${value}`) }))}
                  value={choice as Choice}
                  onChange={(value) => setSaid({ ...said, [post]: { choice: value, words } })}
                />
              )}
              {mine !== undefined && (
                <Chip tone="ok" icon="check">
                  {t('meetings.entering.voted', { choice: t(`meetings.vote.choices.${mine}`) })}
                </Chip>
              )}
              {mayEnter && choice === 'other' && (
                <TextField
                  aria-label={t('meetings.vote.otherLabel')}
                  placeholder={t('meetings.vote.otherLabel')}
                  value={words}
                  onChange={(event) =>
                    setSaid({ ...said, [post]: { choice, words: event.currentTarget.value } })
                  }
                />
              )}
            </li>
          )
        })}
      </ul>
    </FormSheet>
  )
}
