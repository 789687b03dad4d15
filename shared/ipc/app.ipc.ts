import { z } from 'zod'
import { event, request, type IpcDefinition } from './define.ts'
import { nothing } from './values.ts'

/** Languages and colour schemes of the interface. */
export const language = z.enum(['vi', 'en'])
export type Language = z.infer<typeof language>
export const colorScheme = z.enum(['light', 'dark', 'system'])
export type ColorScheme = z.infer<typeof colorScheme>

/** For the page "About" only: nothing may behave differently by it. */
const appInfo = z.strictObject({
  mode: z.enum(['practice', 'agency']),
  version: z.string(),
  shell: z.string(),
  engine: z.string(),
  runtime: z.string(),
  /** False when secrets on this machine are sealed by a file only; the page must show it. */
  secretsSealedBySystem: z.boolean(),
})
export type AppInfo = z.infer<typeof appInfo>

/** The program itself. */
export const appIpc = {
  'app.info': request({ input: nothing, output: appInfo, errors: [] }),
  /** The page has subscribed to what it needs: events held for it are sent now. */
  'app.listening': request({ input: nothing, output: nothing, errors: [] }),
  /** The page shows what was on this desk: what would have taken the machine from it may begin. */
  'app.shown': request({ input: nothing, output: nothing, errors: [] }),
  'app.setLanguage': request({ input: language, output: nothing, errors: [] }),
  'app.setScheme': request({ input: colorScheme, output: nothing, errors: [] }),
  /** Drops every key of the session until `session.unlock`. */
  'app.lock': request({ input: nothing, output: nothing, errors: [] }),
  /** Opens a https or mailto address in the user's browser, after the user agreed in a dialog of main's. */
  'app.openExternal': request({ input: z.url().max(2048), output: z.boolean(), errors: [] }),
  /** A second start of the program brought this window to the front. */
  'app.called': event({ payload: nothing }),
} satisfies IpcDefinition
