import { evolveConcluded, isConcludeEvent } from './conclude/evolve.ts'
import type { MeetingEvent } from './events.ts'
import type { AgendaItem, ItemState, Meeting, Member } from './meeting.ts'
import type { Motion } from './motion.ts'
import { saidBy } from './outsider-answer.ts'
import { meetingOfSeries } from './series/series.ts'

type Of<T extends MeetingEvent['type']> = Extract<MeetingEvent, { type: T }>

/** Never refuses: an event about what is not there changes nothing. */
export function evolveMeeting(state: Meeting | undefined, event: MeetingEvent, id: string): Meeting {
  if (event.type === 'drafted') return drafted(event, id)
  if (event.type === 'attending') {
    const { elsewhere, at } = event
    return { ...drafted(event, id), status: 'called', calledAt: at, elsewhere }
  }
  if (state === undefined) throw new Error(`meeting ${id} begins with ${event.type}`)
  if (isConcludeEvent(event)) return evolveConcluded(state, event)
  switch (event.type) {
    case 'followed':
      return { ...state, follows: event.meeting }
    case 'letterFollowed': {
      const { letter, issuedOn, at } = event
      return { ...state, followed: [...(state.followed ?? []), { letter, issuedOn, at }] }
    }
    case 'changed': {
      const known = new Map(state.members.map((member) => [member.post, member]))
      const isMoved = event.names.includes('from') || event.names.includes('until')
      const members = event.details.members.map(({ post, part }) => ({
        ...newMember(post, part),
        ...known.get(post),
        part,
        // What was proposed was another time than the one before.
        ...(isMoved ? { proposed: undefined } : {}),
      }))
      return noted({ ...state, ...event.details, members }, event.at, event.names)
    }
    case 'handedOver':
      return noted({ ...state, secretary: event.to }, event.at, ['secretary'])
    case 'agendaSet':
      return noted({ ...state, items: event.items.map((item) => merged(state.items, item)) }, event.at, [
        'agenda',
      ])
    case 'paperAdded':
      return noted(
        withItem(state, event.item, (item) => withPaper(item, event)),
        event.at,
        ['papers'],
      )
    case 'paperRemoved':
      return noted(
        withItem(state, event.item, (item) => ({
          ...item,
          papers: item.papers.filter((paper) => paper.id !== event.paper),
        })),
        event.at,
        ['papers'],
      )
    case 'replyNoted': {
      const { address, attendance, words, proposal, at } = event
      const saidAt = saidBy(event.saidAt, at)
      const others = (state.outsiderAnswers ?? []).filter((one) => one.address !== address)
      return {
        ...state,
        outsiderAnswers: [...others, { address, attendance, words, proposal, saidAt, at }],
      }
    }
    case 'proposalSettled':
      return {
        ...state,
        outsiderAnswers: (state.outsiderAnswers ?? []).map((one) =>
          one.address === event.address ? { ...one, proposal: null } : one,
        ),
      }
    case 'agenciesInvited': {
      const { document, agencies, sequence, at } = event
      return { ...state, told: [...(state.told ?? []), { document, agencies, sequence, at }] }
    }
    case 'called':
      return { ...state, status: 'called', calledAt: event.at }
    case 'cancelled':
      return { ...state, status: 'cancelled', cancelled: { reason: event.reason, at: event.at } }
    case 'answered': {
      const { attendance, reason, substitute, at, isEntered, by } = event
      const entered = isEntered === undefined ? {} : { enteredBy: by.post }
      return withMember(state, event.post, (member) => ({
        ...member,
        answer: { attendance, reason, substitute, at, ...entered },
      }))
    }
    case 'timeProposed': {
      const { post, from, until, words, at } = event
      return withMember(state, post, (member) => ({ ...member, proposed: { from, until, words, at } }))
    }
    case 'timeSettled':
      return withMember(state, event.post, (member) => ({ ...member, proposed: undefined }))
    case 'positionTaken': {
      const { post, stand, text, at } = event
      return withItem(state, event.item, (item) => ({
        ...item,
        positions: [...item.positions.filter((one) => one.post !== post), { post, stand, text, at }],
      }))
    }
    case 'floorAsked':
      return withItem(state, event.item, (item) => ({
        ...item,
        speakers: [...item.speakers, { post: event.post, askedAt: event.at, spokeAt: null }],
      }))
    case 'floorGiven':
      return withItem(state, event.item, (item) => ({
        ...item,
        speakers: item.speakers.map((one) =>
          one.post === event.post && one.spokeAt === null ? { ...one, spokeAt: event.at } : one,
        ),
      }))
    case 'opened':
      return { ...state, status: 'inSession', openedAt: event.at }
    case 'checkedIn':
      return withMember(state, event.post, (member) => ({
        ...member,
        present: { from: member.present?.from ?? event.at, isRemote: event.isRemote },
      }))
    case 'checkedOut':
      return withMember(state, event.post, (member) => ({ ...member, present: null }))
    case 'itemTaken':
      return {
        ...left(state, event.at),
        current: event.item,
        items: begun(left(state, event.at).items, event),
      }
    case 'adoptedTogether':
      return event.items.reduce(
        (next, item) => concluded(next, { ...event, type: 'concluded', item, text: '', publish: false }),
        state,
      )
    case 'voteOpened':
      return withItem(state, event.item, (item) => ({
        ...item,
        motions: [
          ...item.motions,
          {
            ...event.motion,
            ...{ inRoom: inRoom(state), openedAt: event.at },
            ...{ closedAt: null, declared: null, onPaper: null },
          },
        ],
      }))
    case 'voteClosed':
      return withMotion(state, event, (motion) => ({ ...motion, closedAt: event.at }))
    case 'tallyRecorded':
      return withMotion(state, event, (motion) => ({
        ...motion,
        closedAt: motion.closedAt ?? event.at,
        onPaper: { ...event.tally, at: event.at },
      }))
    case 'voteDeclared': {
      const { outcome, tally, at } = event
      return withMotion(state, event, (motion) => ({ ...motion, declared: { outcome, tally, at } }))
    }
    case 'concluded':
      return concluded(state, event)
    case 'proceedingsRecorded':
      return withItem(state, event.item, (item) => ({ ...item, proceedings: event.text }))
    case 'closed': {
      const ended = left(state, event.at)
      return {
        ...ended,
        status: 'concluded',
        current: null,
        closedAt: event.at,
        items: published(ended.items, event.at),
        ...(event.noticeBy === undefined ? {} : { noticeBy: event.noticeBy }),
      }
    }
    case 'amendmentAsked': {
      const { amendment, item, text, by, at } = event
      return {
        ...state,
        amendments: [...state.amendments, { id: amendment, item, text, by, at, settled: null }],
      }
    }
    case 'amendmentSettled': {
      const { isTaken, words, at } = event
      return {
        ...state,
        amendments: state.amendments.map((one) =>
          one.id === event.amendment ? { ...one, settled: { isTaken, words, at } } : one,
        ),
      }
    }
    case 'minutesFixed': {
      const { document, at, pdf } = event
      return { ...state, minutes: { document, at, ...(pdf === undefined ? {} : { pdf }) } }
    }
  }
}

function drafted(
  { details, secretary, series }: Pick<Of<'drafted'>, 'details' | 'secretary' | 'series'>,
  id: string,
): Meeting {
  return {
    ...details,
    id,
    status: 'draft',
    secretary,
    members: details.members.map(({ post, part }) => newMember(post, part)),
    items: [],
    current: null,
    calledAt: null,
    openedAt: null,
    closedAt: null,
    changes: [],
    cancelled: null,
    amendments: [],
    minutes: null,
    // The id tells which date of a series it is; under another one it belongs to none.
    ...(series !== undefined && meetingOfSeries(series) === id ? { series } : {}),
  }
}

const newMember = (post: string, part: Member['part']): Member => ({
  post,
  part,
  answer: null,
  present: null,
})

const inRoom = ({ members }: Meeting): readonly string[] =>
  members.flatMap(({ post, present }) => (present === null || present.isRemote ? [] : [post]))

/** Changes are told only of what was called. */
function noted(next: Meeting, at: string, names: Meeting['changes'][number]['names']): Meeting {
  return next.calledAt === null ? next : { ...next, changes: [...next.changes, { at, names }] }
}

function merged(before: readonly ItemState[], item: AgendaItem): ItemState {
  const known = before.find(({ id }) => id === item.id)
  const nothing = { papers: [], positions: [], speakers: [], motions: [], spent: [], conclusion: null }
  return { ...nothing, ...known, ...item }
}

function withItem(state: Meeting, id: string, change: (item: ItemState) => ItemState): Meeting {
  return { ...state, items: state.items.map((item) => (item.id === id ? change(item) : item)) }
}

function withMember(state: Meeting, post: string, change: (member: Member) => Member): Meeting {
  return { ...state, members: state.members.map((one) => (one.post === post ? change(one) : one)) }
}

function withMotion(
  state: Meeting,
  of: { readonly item: string; readonly motion: string },
  change: (motion: Motion) => Motion,
): Meeting {
  return withItem(state, of.item, (item) => ({
    ...item,
    motions: item.motions.map((one) => (one.id === of.motion ? change(one) : one)),
  }))
}

function withPaper(item: ItemState, { paper, at }: Of<'paperAdded'>): ItemState {
  const { id, name, file } = paper
  const known = item.papers.find((one) => one.id === id)
  const next = { id, name, versions: [...(known?.versions ?? []), { file, at }] }
  return known === undefined
    ? { ...item, papers: [...item.papers, next] }
    : { ...item, papers: item.papers.map((one) => (one.id === id ? next : one)) }
}

/** Time stops for what was being dealt with. */
function left(state: Meeting, at: string): Meeting {
  if (state.current === null) return state
  return withItem(state, state.current, (item) => ({
    ...item,
    spent: item.spent.map((one) => (one.until === null ? { ...one, until: at } : one)),
  }))
}

function begun(items: readonly ItemState[], { item: id, at }: Of<'itemTaken'>): readonly ItemState[] {
  return items.map((item) =>
    item.id === id ? { ...item, spent: [...item.spent, { from: at, until: null }] } : item,
  )
}

function concluded(state: Meeting, { item, text, publish, at }: Of<'concluded'>): Meeting {
  const isOver = state.status === 'concluded'
  return withItem(state, item, (one) => ({
    ...one,
    conclusion: { text, at, publishedAt: publish || isOver ? at : (one.conclusion?.publishedAt ?? null) },
  }))
}

function published(items: readonly ItemState[], at: string): readonly ItemState[] {
  return items.map((item) =>
    item.conclusion === null || item.conclusion.publishedAt !== null
      ? item
      : { ...item, conclusion: { ...item.conclusion, publishedAt: at } },
  )
}
