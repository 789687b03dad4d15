import { buildApp } from '../../electron/launch/build-app.ts'

/** Builds the application if it is older than its sources; stdout stays free for the figures. */
export async function buildForBench(): Promise<void> {
  const { log } = console
  console.log = console.error
  const code = await buildApp()
  console.log = log
  if (code !== 0) throw new Error('the application could not be built')
}
