import type { Agency } from '#shared/domain/directory/directory.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { Clock, Journal } from '../ports.ts'
import { postsOf } from '../workspace/posts-of.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { CalendarOutlets } from './calendar-outlets.ts'
import { meetingsOfPeople, type MeetingsOfPeople } from './meetings-of-people.ts'
import type { AccountOwner, OwnAccount } from './own-accounts.ts'
import { entriesOf, ownEntries, ownPrefix } from './own-entries.ts'
import { isOnServer } from './people-servers.ts'
import type { Publication } from './publish-once.ts'
import { runPublisher, type Publisher } from './publisher.ts'
import { weekPublication, weeksKey } from './week-publication.ts'

const DAY_MS = 86_400_000
const DAYS_BEFORE = 30
const DAYS_AHEAD = 366
/** A log that grows fast is read for calendars this often. */
const TOGETHER_MS = 500
/** What people find their calendar under. */
const OWN_TITLE = 'Công sở'

export interface PublishingDeps {
  readonly engine: Engine
  readonly clock: Clock
  readonly journal: Journal
  readonly outlets: CalendarOutlets
  readonly workspaces: () => readonly Workspace[]
}

/** Publishes weekly schedules and people's own calendars. */
export interface CalendarPublishing extends Publisher {
  /** The log of a workspace has grown. */
  noteAppended(workspace: Workspace): void
}

export const ownKey = ({ workspace, person }: AccountOwner): string => `own/${workspace}/${person}`

export function calendarPublishing(deps: PublishingDeps): CalendarPublishing {
  const { engine, clock, journal, outlets, workspaces } = deps
  const indexes = new WeakMap<Workspace, MeetingsOfPeople>()
  const grown = new Set<Workspace>()
  let following: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const indexOf = (workspace: Workspace): MeetingsOfPeople => {
    const index = indexes.get(workspace) ?? meetingsOfPeople(engine, workspace)
    indexes.set(workspace, index)
    return index
  }

  const list = async (): Promise<readonly Publication[]> => {
    const found: Publication[] = []
    const accounts = await outlets.accounts.all()
    for (const workspace of workspaces()) {
      const server = await outlets.weeks.of(workspace.id)
      if (server !== undefined) found.push(weekPublication(workspace, server, { engine, clock }))
      const base = await outlets.people.of(workspace.id)
      for (const account of accounts) {
        if (account.workspace !== workspace.id) continue
        // Whoever left has nothing of theirs kept here.
        if (workspace.principalsOf(account.person).length === 0) await outlets.accounts.end(account)
        else found.push(ownPublication(workspace, account, base))
      }
    }
    return found
  }

  const ownPublication = (
    workspace: Workspace,
    account: OwnAccount,
    base: string | undefined,
  ): Publication => ({
    key: ownKey(account),
    server: isOnServer(base, account.url) ? account : undefined,
    title: OWN_TITLE,
    look: async () => {
      const prefix = ownPrefix(account)
      const wanted = account.isEnding ? [] : await entriesFor(workspace, account)
      return { wanted, isOurs: (name) => name.startsWith(prefix) }
    },
    ...(account.isEnding ? { done: () => outlets.accounts.end(account) } : {}),
  })

  const entriesFor = async (workspace: Workspace, owner: AccountOwner) => {
    const index = indexOf(workspace)
    await index.catchUp().then((touched) => note(workspace, touched))
    const midnight = clock.now() - (clock.now() % DAY_MS)
    const span = {
      from: instantFrom(midnight - DAYS_BEFORE * DAY_MS),
      until: instantFrom(midnight + DAYS_AHEAD * DAY_MS),
    }
    const agency = (await workspace.state({ kind: 'agency', id: workspace.id })) as Agency | undefined
    if (agency === undefined) throw new RangeError(`a workspace without its agency: ${workspace.id}`)
    return ownEntries({
      owner,
      agency,
      entries: entriesOf(await workspace.state({ kind: 'personal-calendar', id: owner.person })),
      meetings: await index.of(postsOf(workspace, owner.person), span),
    })
  }

  const note = async (
    workspace: Workspace,
    touched: Awaited<ReturnType<MeetingsOfPeople['catchUp']>>,
  ): Promise<void> => {
    if (touched.isWeekPublished) publisher.changed(weeksKey(workspace.id))
    for (const account of await outlets.accounts.all()) {
      if (account.workspace !== workspace.id) continue
      const isTouched =
        touched.isPostChanged ||
        touched.owners.has(account.person) ||
        postsOf(workspace, account.person).some((post) => touched.posts.has(post))
      if (isTouched) publisher.changed(ownKey(account))
    }
    // Whoever left is forgotten without waiting for the next look.
    if (touched.isPostChanged) publisher.kick()
  }

  /** Nothing is read for an agency that publishes nowhere. */
  const follow = async (workspace: Workspace): Promise<void> => {
    const publishesWeeks = (await outlets.weeks.of(workspace.id)) !== undefined
    const isUsed =
      publishesWeeks || (await outlets.accounts.all()).some((one) => one.workspace === workspace.id)
    if (isUsed) await note(workspace, await indexOf(workspace).catchUp())
  }

  const publisher = runPublisher({ list, states: outlets.states, clock, journal })
  const followGrown = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const all = [...grown]
    grown.clear()
    following = following.then(async () => {
      for (const workspace of all)
        await follow(workspace).catch((error: unknown) => {
          journal.error('changes of calendars not read', error)
        })
    })
    return following
  }
  return {
    ...publisher,
    noteAppended: (workspace) => {
      grown.add(workspace)
      timer ??= setTimeout(() => void followGrown(), TOGETHER_MS).unref()
    },
    settled: async () => {
      for (const workspace of workspaces()) grown.add(workspace)
      await followGrown()
      await publisher.settled()
    },
    close: async () => {
      grown.clear()
      await followGrown()
      await publisher.close()
    },
  }
}
