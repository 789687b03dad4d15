import { parseArgs } from 'node:util'
import { z } from 'zod'

/** What main hands over, never on a command line. */
export const startMessage = z.object({
  mode: z.literal('practice'),
  dataDir: z.string().min(1),
  secret: z.string().min(16),
})
export type StartMessage = z.infer<typeof startMessage>

/** How the node was started from a shell. */
export interface Config {
  readonly dataDir: string
  readonly port: number
  /** From the environment; without it the node makes one and leaves it in its folder. */
  readonly secret: string | undefined
}

/** Reads arguments and environment; throws with a line for whoever typed it. */
export function readConfig(args: readonly string[], environment: NodeJS.ProcessEnv): Config {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, port: { type: 'string' }, practice: { type: 'boolean' } },
  })
  if (values.data === undefined) throw new Error('--data DIR is missing')
  if (values.practice !== true) throw new Error('--practice is missing: it is the only mode so far')
  const port = z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .parse(values.port ?? '0')
  return { dataDir: values.data, port, secret: environment['CONGSO_NODE_SECRET'] }
}
