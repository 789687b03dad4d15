import type { Motion } from '#shared/domain/meetings/motion.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { VoteRow } from '../../../projections/meetings.ts'
import { usePostNames } from '../../../workplace/me.ts'

interface LateVotesProps {
  readonly motion: Motion
  readonly votes: readonly VoteRow[]
}

/** Which votes came behind the closing, and how it is known that they were given before: whoever declares the result sees it first. */
export function LateVotes({ motion, votes }: LateVotesProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  return votes
    .filter(({ post }) => motion.voters.includes(post))
    .map(({ id, post, late }) =>
      late === undefined ? null : (
        <p key={id} className="dim">
          {t(`meetings.vote.late.${late.inTimeBy}`, { name: nameOf(post), time: formats.time(late.at) })}
        </p>
      ),
    )
}
