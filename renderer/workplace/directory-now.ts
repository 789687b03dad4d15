import type { Agency, Post, Unit } from '#shared/domain/directory/directory.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Desk } from '../sync/desk-api.ts'

/** Who works here, with whom, in what agency. */
export interface DirectoryNow {
  readonly me: Post
  readonly agency: Agency
  readonly people: readonly Post[]
  readonly units: readonly Unit[]
}

/**
 * The directory read when an act is done: a key may come before what is shown beside was read. Rejects with `unknown-person` when this
 * desk knows neither the post nor its agency.
 */
export async function directoryNow({ readers, workspace, post }: Desk): Promise<DirectoryNow> {
  const { office } = readers
  const [people, units, agency] = await Promise.all([
    office.people(),
    office.units(),
    office.agency(workspace),
  ])
  const me = people.find((one) => one.id === post)
  if (me === undefined || agency === null) throw new AppError('unknown-person')
  return { me, agency: agency.state, people, units }
}
