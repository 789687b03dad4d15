import type { DecisionContext } from '../decision.ts'
import type { Meeting } from './meeting.ts'

/** Whether it is a draft of whoever acts: nobody's work but their own gives way to a meeting that must lie under its id. */
export const isOwnDraft = ({ status, secretary }: Meeting, { actor }: DecisionContext): boolean =>
  status === 'draft' && secretary === actor.post

/** Dates of a series lie under ids that end so. */
const DATE_OF_SERIES = /\.\d{4}-\d{2}-\d{2}$/

/** Whether a meeting must lie under an id: that of a letter that may invite to it, or of a date of a series. Nobody drafts another one there, so that none stands in its way. */
export const isKeptId = ({ id, look }: DecisionContext): boolean =>
  DATE_OF_SERIES.test(id) || look('letter', id) !== undefined
