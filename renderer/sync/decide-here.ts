import { deciders } from '#shared/domain/deciders.ts'
import { refuse, type Decision } from '#shared/domain/decision.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { CommandBody } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { World } from './world.ts'

export type DeskEvent = { readonly type: string }

/** What the desk makes of a command on the states of `world`, and every aggregate that mattered for it. Throws ZodError on a payload that is none. */
export async function decideHere(
  world: World,
  body: Omit<CommandBody, 'id' | 'after'>,
  device: string,
): Promise<{ readonly answer: Decision<DeskEvent>; readonly reads: readonly string[] }> {
  const decider = deciders[body.aggregate.kind]
  const command: unknown = decider.parse(body.type, body.payload)
  const key = aggregateKey(body.aggregate)
  const postKey = aggregateKey({ kind: 'post', id: body.actor.post })
  return world.deciding<Decision<DeskEvent>>([key, postKey], (look) => {
    const post = look('post', body.actor.post) as Post | undefined
    if (post?.person !== body.actor.person) return refuse('post-unknown')
    if (world.record(key)?.readOnly === true) return refuse('newer-software-needed')
    const { name, title, unit, roles } = post
    return decider.decide(world.state(key), command, {
      side: 'desk',
      id: body.aggregate.id,
      at: body.claimedAt,
      today: localDateOf(body.claimedAt),
      actor: { ...body.actor, name, title, unit, roles, device },
      look,
    })
  })
}

/** The state after events made here. */
export function evolveHere(
  state: unknown,
  { kind, id }: CommandBody['aggregate'],
  events: readonly DeskEvent[],
): unknown {
  return events.reduce<unknown>((before, event) => deciders[kind].evolve(before, event, id) as unknown, state)
}
