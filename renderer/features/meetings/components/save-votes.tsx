import { questionsOfMeeting } from '#shared/domain/meetings/answers-file/questions-of.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { voteIdOf, type Vote } from '#shared/domain/meetings/vote.ts'
import { usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { useSaveAnswers } from '../../../workplace/use-save-answers.ts'

/** The votes of a meeting with their signatures as a file that can be checked without this agency; nothing where nobody voted by name. */
export function SaveVotes({ meeting }: { readonly meeting: Meeting }) {
  const t = useT()
  const { readers } = useDesk()
  const people = usePeople()
  const save = useSaveAnswers()
  const motions = meeting.items.flatMap((item) => item.motions)
  if (motions.every(({ isSecret, declared }) => isSecret || declared === null)) return null
  const votes = async (): Promise<readonly Vote[]> => {
    const ids = motions.flatMap(({ id, voters }) => voters.map((post) => voteIdOf(meeting.id, id, post)))
    const seen = await Promise.all(ids.map((id) => readers.office.seen('vote', id)))
    return seen.flatMap((one) => (one === null ? [] : [one.state]))
  }
  return (
    <IconButton
      icon="download"
      label={t('meetings.vote.save')}
      onClick={() =>
        save(t('meetings.vote.file'), async () => questionsOfMeeting(meeting, await votes(), people ?? []))
      }
    />
  )
}
