import { anActor } from '../../../../../builders/desk-world.ts'
import { documentFieldsOf } from '../../../../../builders/a-document.ts'
import { BallotStory, ballotDetailsOf } from '../../../../../builders/a-ballot.ts'
import { lawCase, people, type LawOffice } from './office.ts'

const AFTER = '2026-11-20T01:00:00.000Z'

function storyOf(office: LawOffice): BallotStory {
  office.appoint(anActor('secretary', 'drafter'))
  return new BallotStory(office.world)
}
function sent(office: LawOffice): BallotStory {
  const story = storyOf(office)
  story.sent()
  return story
}
function drafted(office: LawOffice): BallotStory {
  const story = storyOf(office)
  story.must(story.secretary, 'draft', ballotDetailsOf())
  return story
}

/** What members said comes to nothing but `choice`, then a decision is drafted on it. */
function noteDecision(office: LawOffice, choice: 'yes' | 'no') {
  const story = sent(office)
  for (const member of [people.head, people.leader]) {
    story.answer(member, choice, choice === 'no' ? 'Chưa rõ' : '')
    story.check(member.post)
  }
  office.world.at = AFTER
  story.must(story.secretary, 'close')
  const draft = { kind: 'quyet-dinh', fields: documentFieldsOf() }
  office.world.must(story.secretary, 'document', 'decision', 'document.create', draft)
  return story.act(story.secretary, 'noteDocument', { document: 'decision' })
}

/** Rules of asking members in writing. */
export const ballots = [
  lawCase(
    'ballot-secretary-only',
    (office) => drafted(office).act(people.head, 'send'),
    (office) => drafted(office).act(people.director, 'send'),
  ),
  lawCase(
    'ballot-days',
    (office) => {
      const story = storyOf(office)
      return story.act(story.secretary, 'draft', ballotDetailsOf({ days: 6 }))
    },
    (office) => {
      const story = storyOf(office)
      return story.act(story.secretary, 'draft', ballotDetailsOf({ days: 5 }))
    },
  ),
  lawCase(
    'ballot-without-members',
    (office) => {
      const story = storyOf(office)
      story.must(story.secretary, 'draft', ballotDetailsOf({ members: [] }))
      return story.act(story.secretary, 'send')
    },
    (office) => {
      const story = drafted(office)
      return story.act(story.secretary, 'send')
    },
  ),
  lawCase(
    'ballot-sent',
    (office) => {
      const story = sent(office)
      return story.act(story.secretary, 'change', ballotDetailsOf({ question: 'Khác?' }))
    },
    (office) => {
      const story = drafted(office)
      return story.act(story.secretary, 'change', ballotDetailsOf({ question: 'Khác?' }))
    },
  ),
  lawCase(
    'ballot-members-only',
    (office) => {
      const story = sent(office)
      return story.onSlip(people.deputy, 'head', 'answer', {
        signed: { text: '{}', cms: 'AAAA', level: 'B-B' },
      })
    },
    (office) => sent(office).answer(people.head, 'yes'),
  ),
  lawCase(
    'ballot-answered',
    (office) => {
      const story = sent(office)
      story.answer(people.head, 'yes')
      return story.onSlip(story.secretary, 'head', 'chase')
    },
    (office) => {
      const story = sent(office)
      return story.onSlip(story.secretary, 'head', 'chase')
    },
  ),
  lawCase(
    'ballot-still-open',
    (office) => {
      const story = sent(office)
      return story.act(story.secretary, 'close')
    },
    (office) => {
      const story = sent(office)
      office.world.at = AFTER
      return story.act(story.secretary, 'close')
    },
  ),
  lawCase(
    'ballot-not-carried',
    (office) => noteDecision(office, 'no'),
    (office) => noteDecision(office, 'yes'),
  ),
  lawCase(
    'ballot-rejected-untold',
    (office) => {
      const story = sent(office)
      story.answer(people.head, 'no', 'Chưa rõ')
      story.check('head', true)
      office.world.at = AFTER
      return story.act(story.secretary, 'close')
    },
    (office) => {
      const story = sent(office)
      story.answer(people.head, 'no', 'Chưa rõ')
      story.check('head', true)
      office.world.at = AFTER
      story.onSlip(story.secretary, 'head', 'chase')
      return story.act(story.secretary, 'close')
    },
  ),
  lawCase(
    'ballot-ended',
    (office) => {
      const story = sent(office)
      office.world.at = AFTER
      story.must(story.secretary, 'close')
      return story.answer(people.head, 'yes')
    },
    (office) => {
      const story = sent(office)
      office.world.at = AFTER
      return story.answer(people.head, 'yes')
    },
  ),
  lawCase(
    'answer-stands',
    (office) => {
      const story = sent(office)
      story.answer(people.head, 'yes')
      office.world.at = AFTER
      return story.answer(people.head, 'no', 'Nghĩ lại')
    },
    (office) => {
      const story = sent(office)
      story.answer(people.head, 'yes')
      office.world.at = '2026-11-17T01:00:00.000Z'
      return story.answer(people.head, 'no', 'Nghĩ lại')
    },
  ),
  lawCase(
    'statement-differs',
    (office) => sent(office).answer(people.head, 'yes', '', { question: 'Khác?' }),
    (office) => sent(office).answer(people.head, 'yes'),
  ),
]
