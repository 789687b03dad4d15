import type { AgencySettings } from '#shared/domain/configuration/settings.ts'
import { standInFor } from '#shared/domain/directory/absence-decider.ts'
import type { Agency, Post, Unit } from '#shared/domain/directory/directory.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import type { Desk } from '../sync/desk-api.ts'

/** Who works here, with whom, in what agency. */
export interface DirectoryNow {
  readonly me: Post
  readonly agency: Agency
  readonly people: readonly Post[]
  readonly units: readonly Unit[]
  /** What the agency set, as it holds today. */
  readonly settings: AgencySettings
  /** Who stands in for a post today; null: the post works, or nobody does. */
  readonly standIn: (post: string) => string | null
}

/**
 * The directory read when an act is done: a key may come before what is shown beside was read. Rejects with `unknown-person` when this
 * desk knows neither the post nor its agency.
 */
export async function directoryNow({ readers, workspace, post }: Desk): Promise<DirectoryNow> {
  const { office } = readers
  const [people, units, agency, settings, absences] = await Promise.all([
    office.people(),
    office.units(),
    office.agency(workspace),
    office.settings(),
    office.absences(),
  ])
  const me = people.find((one) => one.id === post)
  if (me === undefined || agency === null) throw new AppError('unknown-person')
  const today = localDateOf(instantFrom(Date.now()))
  const standIn = (whom: string): string | null =>
    standInFor((_kind, id) => absences.find((one) => one.id === id), whom, today)
  return { me, agency: agency.state, people, units, settings, standIn }
}
