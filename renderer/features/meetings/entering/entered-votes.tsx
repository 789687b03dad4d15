import type { Motion } from '#shared/domain/meetings/motion.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { VoteRow } from '../../../projections/meetings.ts'
import { usePostNames } from '../../../workplace/me.ts'
import classes from './entering.module.css'

interface EnteredVotesProps {
  readonly motion: Motion
  readonly votes: readonly VoteRow[]
}

/** Which votes the secretary put in, who and when; and which of them a member's own vote took the place of. */
export function EnteredVotes({ motion, votes }: EnteredVotesProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const shown = votes.filter(({ post }) => motion.voters.includes(post))
  const entered = shown.flatMap(({ entered: one, ...vote }) => (one === undefined ? [] : [{ ...vote, one }]))
  const replaced = shown.flatMap(({ superseded: one, ...vote }) =>
    one === undefined ? [] : [{ ...vote, one }],
  )
  if (entered.length + replaced.length === 0) return null
  const wordsOf = (choice: VoteRow['choice']): string => t(`meetings.vote.choices.${choice}`)
  return (
    <ul className={classes.told}>
      {entered.map(({ id, post, choice, one: { by, at } }) => (
        <li key={id}>
          {t('meetings.entering.entered', {
            ...{ name: nameOf(post), choice: wordsOf(choice) },
            ...{ secretary: nameOf(by.post), time: formats.time(at) },
          })}
        </li>
      ))}
      {replaced.map(({ id, post, choice, one }) => (
        <li key={id}>
          {t('meetings.entering.replaced', {
            ...{ name: nameOf(post), choice: wordsOf(choice), before: wordsOf(one.choice) },
            secretary: nameOf(one.by.post),
          })}
        </li>
      ))}
    </ul>
  )
}
