import { z } from 'zod'
import { event, request, type IpcDefinition } from './define.ts'
import { bytes, instant, nothing, plainId } from './values.ts'

/** A person of the practice province, as the chooser shows it: one line per post. */
const practicePerson = z.strictObject({
  person: plainId,
  name: z.string(),
  workspace: plainId,
  agency: z.string(),
  post: plainId,
  title: z.string(),
})
export type PracticePerson = z.infer<typeof practicePerson>

/** How the node of this desk stands. */
export const connectivity = z.strictObject({
  state: z.enum(['connecting', 'online', 'offline']),
  since: instant,
})
export type Connectivity = z.infer<typeof connectivity>

/** Who works at this desk, and what it last knew of the node. */
const sessionFacts = z.strictObject({
  person: plainId,
  workspace: plainId,
  locked: z.boolean(),
  practice: z.boolean(),
  connectivity,
  /** Last server time this desk saw, for `seenServerTime` of commands. */
  lastServerTime: instant.nullable(),
  /** Clock of the desk minus clock of the node, in ms; null until the first answer. */
  clockSkewMs: z.number().nullable(),
  /** Raw Ed25519 public key of the node, base64; null until the first answer. */
  nodeKey: z.string().nullable(),
})
export type SessionFacts = z.infer<typeof sessionFacts>

/** Who works at this desk. */
export const sessionIpc = {
  'session.listPracticePeople': request({
    input: nothing,
    output: z.array(practicePerson),
    errors: ['practice-only', 'offline', 'node-refused', 'node-unreadable'],
  }),
  /** Null when nobody is logged in. */
  'session.current': request({ input: nothing, output: sessionFacts.nullable(), errors: [] }),
  'session.switchPerson': request({
    input: z.strictObject({ person: plainId, workspace: plainId }),
    output: sessionFacts,
    errors: [
      'unknown-person',
      'practice-only',
      'offline',
      'node-refused',
      'node-unreadable',
      'secrets-unavailable',
    ],
  }),
  /** Key of the local database of this person and agency, 32 bytes; refused while locked. */
  'session.databaseKey': request({
    input: nothing,
    output: bytes.refine((key) => key.length === 32),
    errors: ['secrets-unavailable'],
  }),
  'session.unlock': request({ input: nothing, output: sessionFacts, errors: ['secrets-unavailable'] }),
  /** Anything in the facts changed; null after a log-out. */
  'session.changed': event({ payload: sessionFacts.nullable() }),
} satisfies IpcDefinition
