import type { DecisionContext } from '../decision.ts'
import type { RuleId } from '../law/rules.ts'
import { isKindOfPart, missingRule } from '../meetings/conclude/state.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { DocumentKind, OfficialDocument } from './document.ts'
import { linesOfText } from './lines-of-text.ts'
import type { OfMeeting } from './of-meeting.ts'

/** Why a document may not be made out of a meeting: it has another kind, or whoever drafts it does not run the meeting. */
export function whyNotOfMeeting(
  kind: DocumentKind,
  { meeting: id, ...part }: OfMeeting,
  { actor, look }: Pick<DecisionContext, 'actor' | 'look'>,
): RuleId | undefined {
  const meeting = look('meeting', id) as Meeting | undefined
  if (meeting === undefined) return 'unknown-object'
  if (actor.post !== meeting.secretary && actor.post !== meeting.chair) return 'meeting-secretary-only'
  return isKindOfPart(kind, part) ? undefined : missingRule[part.paper]
}

/** Why minutes do not go to be signed, or not any more: wishes to change them are still taken, or they are not what was locked. */
export function whyNotLocked(
  { ofMeeting, text }: Pick<OfficialDocument, 'ofMeeting' | 'text'>,
  look: DecisionContext['look'],
): RuleId | undefined {
  if (ofMeeting?.paper !== 'minutes') return undefined
  const meeting = look('meeting', ofMeeting.meeting) as Meeting | undefined
  if (meeting === undefined) return undefined
  if (meeting.lockedAt === undefined) return 'minutes-not-locked'
  const isSame =
    meeting.lockedText === undefined ||
    meeting.lockedText.join('\n') === (text === null ? [] : linesOfText(text)).join('\n')
  return isSame ? undefined : 'minutes-differ'
}
