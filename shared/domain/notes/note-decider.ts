import { z } from 'zod'
import {
  events,
  refuse,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import { linesIn, secretMarkIn } from '../law/secret-marks.ts'
import { peopleOf, type Meeting } from '../meetings/meeting.ts'
import { parserOf } from '../parse-command.ts'
import { noteSubject, type Note, type NoteSubject } from './note.ts'

const text = z.string().trim().max(8000)
const noteCommands = {
  'note.write': z
    .strictObject({ meeting: z.string().min(1).max(64), about: noteSubject, text })
    .refine(({ about, text: words }) => words !== '' || (about.kind === 'page' && about.passage !== null)),
  'note.reword': z.strictObject({ text }),
  'note.remove': z.strictObject({}),
} as const
type NoteCommand = {
  [T in keyof typeof noteCommands]: {
    readonly type: T
    readonly payload: z.infer<(typeof noteCommands)[T]>
  }
}[keyof typeof noteCommands]

/** Stored for ever. */
type NoteEvent = Happened &
  (
    | {
        readonly type: 'written'
        readonly meeting: string
        readonly about: NoteSubject
        readonly text: string
      }
    | { readonly type: 'reworded'; readonly text: string }
    | { readonly type: 'removed' }
  )

/**
 * A private note: whoever writes it alone sees, changes and removes it. To everybody else it is as if it were not there, also when they
 * know its id.
 */
export const noteDecider: Decider<Note, NoteCommand, NoteEvent> = {
  kind: 'note',
  parse: parserOf(noteCommands),
  decide: decideNote,
  evolve: evolveNote,
  audienceOf: ({ owner }) => [`person:${owner}`],
  eventTypes: ['written', 'reworded', 'removed'],
}

function decideNote(
  state: Note | undefined,
  { type, payload }: NoteCommand,
  { actor, at, look }: DecisionContext,
): Decision<NoteEvent> {
  const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
  if (state !== undefined && state.owner !== actor.person) return refuse('unknown-object')
  if (type !== 'note.remove' && secretMarkIn(linesIn(payload)) !== undefined) return refuse('secret-refused')
  if (type === 'note.write') {
    if (state !== undefined) return refuse('already-exists')
    const meeting = look('meeting', payload.meeting) as Meeting | undefined
    if (meeting === undefined) return refuse('unknown-object')
    return peopleOf(meeting).includes(actor.post)
      ? events({ ...stamp, type: 'written', ...payload })
      : refuse('meeting-not-called')
  }
  if (state === undefined) return refuse('unknown-object')
  if (type === 'note.remove') return state.isRemoved ? events() : events({ ...stamp, type: 'removed' })
  if (state.isRemoved) return refuse('unknown-object')
  return state.text === payload.text ? events() : events({ ...stamp, type: 'reworded', ...payload })
}

function evolveNote(state: Note | undefined, event: NoteEvent, id: string): Note {
  const { at, by } = event
  if (event.type === 'written') {
    const { meeting, about, text: words } = event
    return { id, owner: by.person, meeting, about, text: words, at, changedAt: at, isRemoved: false }
  }
  if (state === undefined) throw new Error(`note ${id} begins with ${event.type}`)
  return event.type === 'reworded'
    ? { ...state, text: event.text, changedAt: at }
    : { ...state, about: { kind: 'meeting' }, text: '', changedAt: at, isRemoved: true }
}
