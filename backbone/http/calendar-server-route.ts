import type { FastifyInstance } from 'fastify'
import type { Post } from '#shared/domain/directory/directory.ts'
import { maySchedule } from '#shared/domain/schedule/week-draft.ts'
import {
  askCalendarServer,
  type CalendarServerAct,
  type CalendarServerAnswer,
  type PublishProblem,
} from '#shared/protocol/calendar-server.ts'
import { calDavClient } from '../caldav/caldav-client.ts'
import type { CalendarServer } from '../caldav/calendar-request.ts'
import { ownKey } from '../caldav/calendar-publishing.ts'
import { calendarHome } from '../caldav/discover-home.ts'
import type { AccountOwner, OwnAccount } from '../caldav/own-accounts.ts'
import { collectionBelow, collectionOfUser, isOnServer } from '../caldav/people-servers.ts'
import { publishProblemOf } from '../caldav/publish-problem.ts'
import { weeksKey } from '../caldav/week-publication.ts'
import { postsOf } from '../workspace/posts-of.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { personOf, workspaceFor } from './auth.ts'
import { atMostPer } from './limits.ts'
import { Problem } from './problem.ts'
import type { RouteDeps } from './route-deps.ts'

/** Each asks the calendar server: nobody guesses passwords there through the node. */
const TRIES_PER_HOUR = 20
const HOUR_MS = 3_600_000
const OWN_COLLECTION = 'congso/'

/**
 * `POST /v1/calendar-server`: publishes one's own calendar on the server that the operator of the node named, ends it, and tells how far it is. The password is never told
 * back; it is tried before it is kept. Who publishes the weekly schedule is told how that gets to its server.
 */
export function calendarServerRoute(server: FastifyInstance, deps: RouteDeps): void {
  const { open, sessions, clock, outlets, publishing } = deps
  const mayTry = atMostPer(TRIES_PER_HOUR, HOUR_MS)
  const mayPress = atMostPer(TRIES_PER_HOUR, HOUR_MS)

  const tried = async (target: CalendarServer): Promise<PublishProblem | null> => {
    try {
      await calDavClient(target).list()
      return null
    } catch (error) {
      return publishProblemOf(error)
    }
  }

  const begin = async (
    owner: AccountOwner,
    { user, password, path }: Extract<CalendarServerAct, { kind: 'begin' }>,
  ): Promise<PublishProblem | null> => {
    const base = await outlets.people.of(owner.workspace)
    if (base === undefined) return 'server-not-named'
    // One that is there is ended first: what it laid there is known by its account alone.
    if ((await outlets.accounts.of(owner)) !== undefined) throw new Problem('invalid-request')
    let account: OwnAccount
    try {
      const home = path === null ? await calendarHome({ url: base, user, password }) : undefined
      const derived = home ?? collectionOfUser(base, user)
      const url = path === null ? derived && `${derived}${OWN_COLLECTION}` : collectionBelow(base, path)
      if (url === undefined) return 'path-outside'
      const problem = await tried({ url, user, password })
      if (problem !== null) return problem
      account = { ...owner, url, user, password, isEnding: false }
    } catch (error) {
      return publishProblemOf(error)
    }
    // Another desk of theirs may have begun meanwhile.
    if (!(await outlets.accounts.add(account))) throw new Problem('invalid-request')
    return null
  }

  const changePassword = async (account: OwnAccount, password: string): Promise<PublishProblem | null> => {
    if (!isOnServer(await outlets.people.of(account.workspace), account.url)) return 'server-not-named'
    const problem = await tried({ ...account, password })
    // What was ended while the server was asked stays so.
    if (problem === null) await outlets.accounts.update(account, (now) => ({ ...now, password }))
    return problem
  }

  const carryOut = async (owner: AccountOwner, act: CalendarServerAct): Promise<PublishProblem | null> => {
    const brings = act.kind === 'begin' || act.kind === 'changePassword'
    if (brings && !mayTry(ownKey(owner), clock.now())) throw new Problem('too-many-requests')
    if (act.kind === 'begin') return begin(owner, act)
    const account = await outlets.accounts.of(owner)
    if (account === undefined) return null
    if (act.kind === 'changePassword') return changePassword(account, act.password)
    if (act.kind === 'end' && act.takeAway)
      await outlets.accounts.update(owner, (now) => ({ ...now, isEnding: true }))
    else if (act.kind === 'end') await outlets.accounts.end(owner)
    return null
  }

  const weeksFor = async (workspace: Workspace, person: string): Promise<CalendarServerAnswer['weeks']> => {
    const target = await outlets.weeks.of(workspace.id)
    if (target === undefined || !(await publishesWeeks(workspace, person))) return null
    return { server: new URL(target.url).host, publishing: await publishing.of(weeksKey(workspace.id)) }
  }

  server.post('/v1/calendar-server', async (request): Promise<CalendarServerAnswer> => {
    const person = personOf(request, sessions)
    const { workspace: id, act } = askCalendarServer.parse(request.body)
    const workspace = await workspaceFor(open, id, person)
    const owner = { workspace: id, person }
    const refused = await carryOut(owner, act)
    // Pressed again and again it waits like everything else.
    const isHeld = act.kind === 'tryNow' && !mayPress(ownKey(owner), clock.now())
    if (act.kind !== 'look' && refused === null && !isHeld) publishing.now(ownKey(owner))
    // Whoever looks sees what the operator set since.
    else publishing.kick()
    const account = await outlets.accounts.of(owner)
    return {
      server: (await outlets.people.of(id)) ?? null,
      own:
        account === undefined
          ? null
          : {
              user: account.user,
              address: account.url,
              isEnding: account.isEnding,
              publishing: await publishing.of(ownKey(owner)),
            },
      weeks: await weeksFor(workspace, person),
      refused,
    }
  })
}

async function publishesWeeks(workspace: Workspace, person: string): Promise<boolean> {
  for (const id of postsOf(workspace, person)) {
    const post = (await workspace.state({ kind: 'post', id })) as Post | undefined
    if (post !== undefined && maySchedule({ post: id, roles: post.roles })) return true
  }
  return false
}
