import type { Post } from '#shared/domain/directory/directory.ts'
import { carriedIn } from '#shared/domain/meetings/conclude/decided.ts'
import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Motion } from '#shared/domain/meetings/motion.ts'
import type { Formats } from '../../../i18n/formats.ts'
import { decisionText, type DecidedBy, type DecisionText } from '../../../workplace/deciding/decision-text.ts'
import { fill } from '../../../workplace/official-words.ts'
import words from './item-decision-words.json'
import { nameInSentence } from './meeting-name.ts'
import { printedDay } from './official-moments.ts'
import { namesFrom } from './official-people.ts'

interface Decided {
  readonly meeting: Pick<Meeting, 'title' | 'chair' | 'openedAt' | 'from'>
  readonly item: Pick<ItemState, 'title' | 'conclusion' | 'motions' | 'minutesOf'>
  readonly people: readonly Post[]
}

/**
 * The decision on what a meeting decided on one item, before it is a document: how it was voted on, or that the chair concluded it, is the last basis with the meeting
 * and its day; the first article is the conclusion in its own words, or the question where nothing was written.
 */
export function itemDecision(
  { meeting, item, people }: Decided,
  by: DecidedBy,
  formats: Pick<Formats, 'number'>,
): DecisionText {
  const carried = carriedIn(item)
  const { name, title } = namesFrom(people)
  const values = {
    chair: [title(meeting.chair), name(meeting.chair)].filter((one) => one !== '').join(' '),
    meeting: nameInSentence(meeting.title),
    date: printedDay(meeting.openedAt ?? meeting.from),
  }
  const written = item.conclusion?.text.trim() ?? ''
  return decisionText(
    {
      about: carried?.question ?? item.title,
      decided: written || (carried?.question ?? fill(words.adopted, { title: item.title })),
      basis:
        carried === undefined
          ? fill(words.conclusion, values)
          : fill(carried.isSecret ? words.secretVote : words.vote, {
              ...values,
              ...countsOf(carried, formats),
            }),
    },
    by,
  )
}

function countsOf({ declared, voters }: Motion, { number }: Pick<Formats, 'number'>): Record<string, string> {
  const { yes = 0, no = 0, other = 0, missing = 0 } = declared?.tally ?? {}
  const counts = Object.entries({ yes, no, other, missing, voters: voters.length })
  return Object.fromEntries(counts.map(([name, count]) => [name, number(count)]))
}
