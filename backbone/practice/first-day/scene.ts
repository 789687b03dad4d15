import { partsOf, localDateOf, instantFrom } from '#shared/kernel/instant.ts'
import type { AggregateKind, AggregateRef, CommandBody } from '#shared/log/command.ts'
import { uuidV7 } from '#shared/kernel/uuid.ts'
import type { CongsoNode } from '../../node.ts'
import type { RandomBytes } from '../../ports.ts'
import type { PracticeAgency, PracticePost } from '../province/people.ts'
import type { FreshSecrets } from '../province/secrets.ts'
import { PracticeDesk } from './practice-desk.ts'
import type { StoryClock } from './story-clock.ts'

/** How long people are about an act on something, so that the figures of the boards have something to count. */
const minutesOf: Partial<Record<AggregateKind, number>> = { letter: 9, task: 24, document: 6 }

/** One agency on the days before the first day. */
export interface Scene {
  readonly node: CongsoNode
  readonly agency: PracticeAgency
  readonly secrets: FreshSecrets
  readonly clock: StoryClock
  readonly year: number
  readonly books: { readonly outgoing: AggregateRef; readonly incoming: AggregateRef }
  readonly post: (part: PracticePost['part']) => PracticePost
  readonly newId: () => string
  readonly act: (
    part: PracticePost['part'],
    aggregate: AggregateRef,
    type: string,
    payload: CommandBody['payload'],
  ) => Promise<void>
}

export async function sceneOf(
  node: CongsoNode,
  agency: PracticeAgency,
  secrets: FreshSecrets,
  clock: StoryClock,
  random: RandomBytes,
): Promise<Scene> {
  const { id } = agency.agency
  const desk = new PracticeDesk(await node.workspace(id), clock, random)
  const { year } = partsOf(localDateOf(instantFrom(clock.now())))
  const post = (part: PracticePost['part']): PracticePost => {
    const found = agency.posts.find((one) => one.part === part)
    if (found === undefined) throw new RangeError(`nobody is ${part}`)
    return found
  }
  return {
    node,
    agency,
    secrets,
    clock,
    year,
    books: {
      outgoing: { kind: 'book', id: `${id}-out-${year}` },
      incoming: { kind: 'book', id: `${id}-in-${year}` },
    },
    post,
    newId: () => uuidV7(clock.now(), random(10)),
    act: (part, aggregate, type, payload) => {
      const { person, id: postId } = post(part)
      clock.pass(minutesOf[aggregate.kind] ?? 0)
      return desk.act({ person, post: postId }, aggregate, type, payload)
    },
  }
}
