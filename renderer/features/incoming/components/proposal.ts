import { isHeadOf, type Post } from '#shared/domain/directory/directory.ts'

/** Whom letters are presented to unless the clerk says otherwise: the head of the agency, else its first leader. */
export function leaderOf(people: readonly Post[], headTitle: string): Post | undefined {
  const leaders = people.filter((post) => post.roles.includes('leader'))
  return leaders.find((post) => isHeadOf(post, { headTitle })) ?? leaders[0]
}
