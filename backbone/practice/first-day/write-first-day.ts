import type { CongsoNode } from '../../node.ts'
import type { RandomBytes } from '../../ports.ts'
import { practiceAgencies } from '../province/people.ts'
import type { FreshSecrets } from '../province/secrets.ts'
import { writeDirectory } from './directory.ts'
import { sceneOf, type Scene } from './scene.ts'
import { tellStory } from './story.ts'
import type { StoryClock } from './story-clock.ts'

/** Last numbers of the paper registers when the agencies took to this software within the year. */
const TAKEN_OVER = {
  snv: { outgoing: 1286, incoming: 4811 },
  sxd: { outgoing: 942, incoming: 3057 },
} as const

/** Writes what happened in the province in the days before someone opens it: all of it by real commands of those who may. */
export async function writeFirstDay(
  node: CongsoNode,
  secrets: FreshSecrets,
  clock: StoryClock,
  random: RandomBytes,
): Promise<void> {
  clock.goTo(9, 7, 30)
  await writeDirectory(node, secrets)
  const scenes: Scene[] = []
  for (const agency of practiceAgencies) {
    const scene = await sceneOf(node, agency, secrets, clock, random)
    await openBooks(scene)
    scenes.push(scene)
  }
  const [home, construction] = scenes
  if (home === undefined || construction === undefined) throw new Error('the story needs two agencies')
  await tellStory(home, construction)
  await node.settled()
  clock.arrive()
}

async function openBooks({ act, books, year, agency }: Scene): Promise<void> {
  const after = TAKEN_OVER[agency.agency.id as keyof typeof TAKEN_OVER]
  await act('clerk', books.outgoing, 'book.open', {
    year,
    name: `Văn bản đi ${year}`,
    direction: 'outgoing',
    startAfter: after.outgoing,
  })
  await act('clerk', books.incoming, 'book.open', {
    year,
    name: `Văn bản đến ${year}`,
    direction: 'incoming',
    startAfter: after.incoming,
  })
}
