import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { CalendarServer } from './caldav/calendar-request.ts'
import { calendarServer } from './caldav/calendar-servers.ts'
import { peopleServer } from './caldav/people-servers.ts'
import { calendarSource } from './calendars/subscriptions/calendar-sources.ts'

/** What main hands over, never on a command line. `key`: the node key, or the file that holds it. */
export const startMessage = z.object({
  mode: z.literal('practice'),
  dataDir: z.string().min(1),
  secret: z.string().min(16),
  key: z.union([z.object({ base64: z.base64() }), z.object({ file: z.string().min(1) })]),
})
export type StartMessage = z.infer<typeof startMessage>

/** How the node was started from a shell. */
export interface Config {
  readonly dataDir: string
  /** Holds the node key. */
  readonly keyFile: string
  readonly port: number
  /** From the environment; without it the node makes one and leaves it in its folder. */
  readonly secret: string | undefined
}

const KEY_FILE_VARIABLE = 'CONGSO_NODE_KEY_FILE'
/** Never on a command line, which others on the machine can read. */
const CALENDAR_PASSWORD_VARIABLE = 'CONGSO_CALENDAR_PASSWORD'

/** The file that `init --key-file FILE` names; undefined for any other command. Throws with a line for whoever typed it. */
export function keyFileToMake(args: readonly string[]): string | undefined {
  if (args[0] !== 'init') return undefined
  const { values } = parseArgs({ args: args.slice(1), options: { 'key-file': { type: 'string' } } })
  if (values['key-file'] === undefined) throw new Error('init: --key-file FILE is missing')
  return values['key-file']
}

/** Where an agency publishes its weekly schedule from now on, or on which server its people may publish their calendars; none: nowhere. */
export type CalendarSetting = {
  readonly dataDir: string
  readonly keyFile: string
  readonly workspace: string
} & ({ readonly server: CalendarServer | undefined } | { readonly people: string | undefined })

/**
 * What `calendar --data DIR --key-file FILE --workspace ID` sets: `--url URL --user NAME` or `--none` for the weekly schedule, `--people URL` or `--no-people` for people's own calendars.
 * Undefined for any other command. Throws with a line for whoever typed it.
 */
export function calendarToSet(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): CalendarSetting | undefined {
  if (args[0] !== 'calendar') return undefined
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: args.slice(1),
    options: {
      data: text,
      'key-file': text,
      workspace: text,
      url: text,
      user: text,
      none: { type: 'boolean' },
      people: text,
      'no-people': { type: 'boolean' },
    },
  })
  const { data, workspace, url, user, people, none = false } = values
  const keyFile = values['key-file'] ?? environment[KEY_FILE_VARIABLE]
  if (data === undefined || workspace === undefined || keyFile === undefined)
    throw new Error('calendar: --data DIR, --key-file FILE and --workspace ID are needed')
  const asked = [url !== undefined, none, people !== undefined, values['no-people'] === true]
  if (asked.filter((one) => one).length !== 1)
    throw new Error('calendar: one of --url URL, --none, --people URL and --no-people is set at a time')
  const of = { dataDir: data, keyFile, workspace }
  if (values['no-people'] === true) return { ...of, people: undefined }
  if (people !== undefined) return { ...of, people: peopleServer.parse(people) }
  if (none) return { ...of, server: undefined }
  const password = environment[CALENDAR_PASSWORD_VARIABLE]
  if (password === undefined)
    throw new Error(`calendar: the password is read from ${CALENDAR_PASSWORD_VARIABLE}`)
  return { ...of, server: calendarServer.parse({ url, user, password }) }
}

/** At which origins beside the public ones people may read calendars, or no longer may. */
export interface SourcesSetting {
  readonly dataDir: string
  readonly keyFile: string
  readonly allow: readonly string[]
  readonly refuse: readonly string[]
}

/** What `calendar-sources --data DIR --key-file FILE` sets; undefined for any other command. Throws with a line for whoever typed it. */
export function sourcesToSet(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): SourcesSetting | undefined {
  if (args[0] !== 'calendar-sources') return undefined
  const text = { type: 'string' } as const
  const origins = { type: 'string', multiple: true } as const
  const { values } = parseArgs({
    args: args.slice(1),
    options: { data: text, 'key-file': text, allow: origins, refuse: origins },
  })
  const keyFile = values['key-file'] ?? environment[KEY_FILE_VARIABLE]
  if (values.data === undefined || keyFile === undefined)
    throw new Error('calendar-sources: --data DIR and --key-file FILE are needed')
  const read = (list: readonly string[] = []): readonly string[] => {
    const origin = z.array(calendarSource).safeParse(list)
    if (origin.success) return origin.data
    throw new Error('calendar-sources: an origin is https://HOST or http://HOST:PORT, without a path')
  }
  return { dataDir: values.data, keyFile, allow: read(values.allow), refuse: read(values.refuse) }
}

/** Reads arguments and environment; throws with a line for whoever typed it. */
export function readConfig(args: readonly string[], environment: NodeJS.ProcessEnv): Config {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      practice: { type: 'boolean' },
      'key-file': { type: 'string' },
    },
  })
  if (values.data === undefined) throw new Error('--data DIR is missing')
  if (values.practice !== true) throw new Error('--practice is missing: it is the only mode so far')
  const keyFile = values['key-file'] ?? environment[KEY_FILE_VARIABLE]
  if (keyFile === undefined)
    throw new Error(
      `--key-file FILE (or ${KEY_FILE_VARIABLE}) is missing: the data lies sealed; \`congso node init --key-file FILE\` makes a key`,
    )
  const port = z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .parse(values.port ?? '0')
  return { dataDir: values.data, keyFile, port, secret: environment['CONGSO_NODE_SECRET'] }
}
