import type { Actor, Audience } from './decision.ts'

/** Whether somebody in a post is among those who see an aggregate. */
export function isMeant(
  actor: Pick<Actor, 'person' | 'post' | 'unit' | 'roles'>,
  audience: Audience,
): boolean {
  const { person, post, unit, roles } = actor
  const own = new Set<string>([
    'agency',
    `person:${person}`,
    `post:${post}`,
    `unit:${unit}`,
    ...roles.map((role) => `role:${role}`),
  ])
  return audience.some((one) => own.has(one))
}
