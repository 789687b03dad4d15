import type { Paper } from '../meeting.ts'
import type { Ballot } from './ballot.ts'
import type { BallotEvent } from './ballot-events.ts'

/** What a ballot is after an event. */
export function evolveBallot(state: Ballot | undefined, event: BallotEvent, id: string): Ballot {
  if (event.type === 'drafted')
    return {
      ...event.details,
      id,
      status: 'draft',
      secretary: event.secretary,
      papers: [],
      draftedAt: event.at,
      sentAt: null,
      due: null,
      until: null,
      result: null,
      withdrawn: null,
      document: null,
    }
  if (state === undefined) throw new Error('a ballot begins with being drafted')
  const { at } = event
  switch (event.type) {
    case 'changed':
      return { ...state, ...event.details }
    case 'paperAdded':
      return { ...state, papers: withVersion(state.papers, event.paper, at) }
    case 'paperRemoved':
      return { ...state, papers: state.papers.filter((paper) => paper.id !== event.paper) }
    case 'sent':
      return { ...state, status: 'open', sentAt: at, due: event.due, until: event.until }
    case 'withdrawn':
      return { ...state, status: 'withdrawn', withdrawn: { reason: event.reason, at } }
    case 'closed': {
      const { tally, outcome, deemed } = event
      return { ...state, status: 'closed', result: { tally, outcome, deemed, at } }
    }
    case 'documentNoted':
      return { ...state, document: event.document }
    case 'decisionNoted':
      return { ...state, decision: event.document }
  }
}

type Added = Extract<BallotEvent, { type: 'paperAdded' }>['paper']

function withVersion(papers: readonly Paper[], { id, name, file }: Added, at: string): readonly Paper[] {
  const known = papers.find((paper) => paper.id === id)
  if (known === undefined) return [...papers, { id, name, versions: [{ file, at }] }]
  const next = { id, name, versions: [...known.versions, { file, at }] }
  return papers.map((paper) => (paper === known ? next : paper))
}
