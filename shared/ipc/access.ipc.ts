import { request, type IpcDefinition } from './define.ts'
import { nothing, plainId } from './values.ts'

/** What main cannot see by itself of who reads what: it draws pages and writes files, and writes those accesses down unasked. */
export const accessIpc = {
  /** The text of a draft, which is no file yet, is on screen. */
  'access.draftShown': request({ input: plainId, output: nothing, errors: [] }),
} satisfies IpcDefinition
