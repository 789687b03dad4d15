import type { Post } from '../../directory/directory.ts'
import type { Ballot } from '../ballot/ballot.ts'
import type { Slip } from '../ballot/slip.ts'
import type { Meeting } from '../meeting.ts'
import { papersAsTheyAre } from '../statement-of-motion.ts'
import { lateArrivalOf, type Vote } from '../vote.ts'
import type { AnsweredQuestion } from './answers-file.ts'

type Answers = AnsweredQuestion['answers']

/** A ballot with what its members answered. */
export function questionOfBallot(
  ballot: Ballot,
  slips: readonly Slip[],
  posts: readonly Post[],
): AnsweredQuestion {
  const { id, question, papers, chair, members, sentAt, until, result } = ballot
  return {
    ...{ kind: 'ballot', within: id, about: id, question, chair, from: sentAt, until },
    papers: papersAsTheyAre(papers).map((one) => ({ ...one })),
    majority: 'ofAll',
    isSigned: true,
    voters: votersFrom(members, posts),
    answers: slips.flatMap(({ member, answer }): Answers =>
      answer === null
        ? []
        : [
            {
              ...{ post: member, choice: answer.choice, reasons: answer.reasons, at: answer.at },
              ...{ isLate: answer.isLate, signed: answer.signed, enteredBy: null },
              ...(answer.isClaimed === true && { inTimeBy: 'claim' as const }),
              ...(answer.isProven === true && { inTimeBy: 'stamp' as const }),
              nodeFound: foundOf(answer.check),
            },
          ],
    ),
    declared:
      result === null
        ? null
        : {
            ...{ yes: result.tally.yes, no: result.tally.no, other: result.tally.other },
            ...{ silent: result.tally.deemed, outcome: result.outcome, at: result.at },
          },
  }
}

/** The questions of a meeting on which members voted by name, with the votes that this desk holds. Those voted on paper have none. */
export function questionsOfMeeting(
  meeting: Meeting,
  votes: readonly Vote[],
  posts: readonly Post[],
): readonly AnsweredQuestion[] {
  return meeting.items.flatMap(({ papers, motions }) =>
    motions
      .filter(({ isSecret }) => !isSecret)
      .map((motion): AnsweredQuestion => ({
        ...{ kind: 'motion', within: meeting.id, about: motion.id, question: motion.question },
        ...{ chair: meeting.chair, from: motion.openedAt, until: motion.closedAt },
        papers: papersAsTheyAre(papers).map((one) => ({ ...one })),
        majority: motion.majority,
        isSigned: motion.isSigned === true,
        voters: votersFrom(motion.voters, posts),
        answers: votes
          .filter((vote) => vote.motion === motion.id && motion.voters.includes(vote.post))
          .filter(({ rejected }) => rejected === undefined)
          .map((vote) => {
            const late = lateArrivalOf(vote)
            return {
              ...{ post: vote.post, choice: vote.choice, reasons: vote.words, at: vote.castAt },
              ...{ isLate: false, signed: vote.signed ?? null, enteredBy: vote.entered?.by.post ?? null },
              ...(late !== undefined && { inTimeBy: late.inTimeBy }),
              nodeFound: foundOf(vote.check),
            }
          }),
        declared:
          motion.declared === null
            ? null
            : {
                ...{ yes: motion.declared.tally.yes, no: motion.declared.tally.no },
                ...{ other: motion.declared.tally.other, silent: motion.declared.tally.missing },
                ...{ outcome: motion.declared.outcome, at: motion.declared.at },
              },
      })),
  )
}

const foundOf = (check: Vote['check']): Answers[number]['nodeFound'] =>
  check === undefined ? null : { verdict: check.verdict, trust: check.trust, at: check.at }

function votersFrom(members: readonly string[], posts: readonly Post[]): AnsweredQuestion['voters'] {
  return members.map((post) => {
    const held = posts.find(({ id }) => id === post)
    return {
      ...{ post, person: held?.person ?? '', name: held?.name ?? '', title: held?.title ?? '' },
      certificate: held?.certificate ?? null,
    }
  })
}
