import type { BodyBlock, OfficialBody } from '#shared/domain/format/body.ts'
import type { ItemState, Meeting, Member } from '#shared/domain/meetings/meeting.ts'
import type { Choice, Motion } from '#shared/domain/meetings/motion.ts'
import { tallyOf, type CountedVote } from '#shared/domain/meetings/tally.ts'
import { fill, paragraph } from '../../../workplace/official-words.ts'
import { printedClock, printedDay } from './official-moments.ts'
import { boldParagraph, paragraphsOf, type Named } from './official-people.ts'
import words from './minutes-of-meeting-words.json'

/** What the minutes of a meeting are written from. */
export interface MinutesFacts {
  readonly meeting: Meeting
  /** Votes by question, one of each voter. */
  readonly votes: ReadonlyMap<string, readonly CountedVote[]>
  readonly named: Named
}

/**
 * Minutes as the meeting went, in the order of the form (Decree 30 Annex III form 1.9; Decision 45/2018: course, opinions, votes, conclusions). What nobody
 * typed into the meeting, such as what was said from the floor, is left as `…` for the secretary.
 */
export function minutesOfMeeting(facts: MinutesFacts): {
  readonly subject: string
  readonly body: OfficialBody
} {
  const { meeting, named } = facts
  const { openedAt, closedAt, from, approved = [] } = meeting
  const began = openedAt ?? from
  const line = (text: string, values: Readonly<Record<string, string>> = {}): BodyBlock =>
    paragraph(fill(text, values))
  const place = meeting.place.trim() === '' ? words.online : meeting.place.trim()
  return {
    subject: meeting.title,
    body: {
      type: 'doc',
      content: [
        line(words.start, { clock: printedClock(began), date: printedDay(began) }),
        line(words.place, { place }),
        ...attending(meeting, named),
        line(words.chair, { name: named.withTitle(meeting.chair) }),
        line(words.secretary, { name: named.withTitle(meeting.secretary) }),
        line(words.content),
        ...(approved.length === 0
          ? []
          : [line(words.approved, { meetings: approved.map(({ title }) => `“${title}”`).join(', ') })]),
        ...meeting.items.flatMap((item, index) => itemLines(item, index + 1, facts)),
        closedAt === null
          ? line(words.end, { clock: '… giờ …', date: printedDay(began) })
          : line(words.end, { clock: printedClock(closedAt), date: printedDay(closedAt) }),
      ],
    },
  }
}

/** Who was there, from where, for whom; who was not and why. */
function attending({ members, outsiders }: Meeting, named: Named): readonly BodyBlock[] {
  const voting = members.filter(({ part }) => part === 'member')
  const present = (one: Member): boolean => one.present !== null
  const substituted = members.filter((one) => !present(one) && one.answer?.substitute != null)
  const absent = voting.filter((one) => !present(one) && !substituted.includes(one))
  const whyAbsent = ({ post, answer }: Member): string => {
    const name = named.withTitle(post)
    return answer === null || answer.reason.trim() === ''
      ? name
      : fill(words.because, { name, reason: answer.reason.trim() })
  }
  const guests = [
    ...members
      .filter((one) => one.part === 'invited' && present(one))
      .map(({ post }) => named.withTitle(post)),
    ...outsiders.map(({ name, agency }) => (agency === '' ? name : `${name}, ${agency}`)),
  ]
  const groups = [
    [
      words.here,
      voting.filter((one) => one.present?.isRemote === false).map(({ post }) => named.withTitle(post)),
    ],
    [
      words.remote,
      voting.filter((one) => one.present?.isRemote === true).map(({ post }) => named.withTitle(post)),
    ],
    [
      words.instead,
      substituted.map(({ post, answer }) =>
        fill(words.insteadOf, { name: named.withTitle(answer?.substitute ?? ''), absent: named.name(post) }),
      ),
    ],
    [words.absent, absent.map(whyAbsent)],
    [words.invited, guests],
  ] as const
  const count = { present: String(voting.filter(present).length), total: String(voting.length) }
  return [
    paragraph(fill(words.attending, count)),
    ...groups
      .filter(([, names]) => names.length > 0)
      .map(([text, names]) => paragraph(fill(text, { names: names.join('; ') }))),
  ]
}

function itemLines(item: ItemState, number: number, facts: MinutesFacts): readonly BodyBlock[] {
  const { named } = facts
  const line = (text: string, values: Readonly<Record<string, string>>): BodyBlock =>
    paragraph(fill(text, values))
  const spoke = item.speakers.filter(({ spokeAt }) => spokeAt !== null).map(({ post }) => named.name(post))
  return [
    boldParagraph(fill(words.item, { number: String(number), title: item.title })),
    ...(item.presenter === null ? [] : [line(words.presenter, { name: named.withTitle(item.presenter) })]),
    ...(item.papers.length === 0
      ? []
      : [line(words.papers, { names: item.papers.map(({ name }) => name).join(', ') })]),
    ...item.positions
      .filter(({ stand, text }) => stand !== 'noObjection' || text.trim() !== '')
      .map(({ post, stand, text }) =>
        line(words.position, {
          name: named.name(post),
          stand: words.stands[stand],
          text: text.trim() === '' ? '' : `, ${text.trim().replace(/[.;]$/u, '')}`,
        }),
      ),
    ...(spoke.length === 0 ? [] : [line(spokeWords(item), { names: [...new Set(spoke)].join(', ') })]),
    ...proceedingsLines(item),
    ...item.motions.map((motion) => paragraph(motionWords(motion, facts))),
    ...conclusionLines(item),
  ]
}

const hasProceedings = ({ proceedings = '' }: ItemState): boolean => proceedings.trim() !== ''

const spokeWords = (item: ItemState): string => (hasProceedings(item) ? words.spokeOnly : words.spoke)

function proceedingsLines(item: ItemState): readonly BodyBlock[] {
  if (!hasProceedings(item)) return []
  const [first = '', ...more] = (item.proceedings ?? '').trim().split('\n')
  return [paragraph(fill(words.proceedings, { text: first })), ...paragraphsOf(more.join('\n'))]
}

function motionWords(motion: Motion, { votes, named }: MinutesFacts): string {
  const cast = motion.isSecret ? [] : (votes.get(motion.id) ?? [])
  const tally = motion.declared?.tally ?? tallyOf(motion.voters, cast)
  const names = (posts: readonly string[]): string => (posts.length === 0 ? '' : ` (${posts.join(', ')})`)
  const calledIn = ({ post, entered }: CountedVote): string =>
    entered === undefined ? named.name(post) : fill(words.entered, { name: named.name(post) })
  const of = (choice: Choice): string =>
    names(cast.filter((one) => one.choice === choice && motion.voters.includes(one.post)).map(calledIn))
  const silent = motion.isSecret ? [] : motion.voters.filter((post) => cast.every((one) => one.post !== post))
  const counts = [
    fill(words.yes, { count: String(tally.yes), voters: String(motion.voters.length), names: of('yes') }),
    ...(tally.no === 0 ? [] : [fill(words.no, { count: String(tally.no), names: of('no') })]),
    ...(tally.other === 0 ? [] : [fill(words.other, { count: String(tally.other), names: of('other') })]),
    ...(tally.missing === 0
      ? []
      : [fill(words.missing, { count: String(tally.missing), names: names(silent.map(named.name)) })]),
  ].join('; ')
  return fill(motion.isSecret ? words.secretVote : words.vote, {
    question: motion.question,
    counts,
    counters: (motion.onPaper?.counters ?? []).map(named.name).join(', '),
    outcome: words[motion.declared?.outcome ?? 'undeclared'],
  })
}

function conclusionLines({ conclusion }: ItemState): readonly BodyBlock[] {
  if (conclusion === null) return []
  if (conclusion.text.trim() === '') return [paragraph(words.adopted)]
  const [first = '', ...more] = conclusion.text.trim().split('\n')
  return [paragraph(fill(words.conclusion, { text: first })), ...paragraphsOf(more.join('\n'))]
}
