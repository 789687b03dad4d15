import { z } from 'zod'
import { reminderChoices } from '../domain/meetings/reminders.ts'
import { colorScheme, language } from './app.ipc.ts'
import { event, request, type IpcDefinition } from './define.ts'
import { nothing } from './values.ts'

/** Choices of the user of this desk. Stored: a change of shape needs an upgrade step in `electron/services/settings/upgrades`. */
export const settings = z.strictObject({
  language,
  scheme: colorScheme,
  textSize: z.enum(['normal', 'large']),
  sidebarCollapsed: z.boolean(),
  /** Only the few places a leader needs. */
  simpleMode: z.boolean(),
  meetingReminders: z.enum(reminderChoices),
  density: z.enum(['grid', 'one-line', 'two-lines', 'three-lines']),
})
export type Settings = z.infer<typeof settings>

/** Choices of the user of this desk. */
export const settingsIpc = {
  'settings.read': request({ input: nothing, output: settings, errors: [] }),
  /** Changes what is named, leaves the rest; answers all. */
  'settings.change': request({ input: settings.partial(), output: settings, errors: ['disk-full'] }),
  'settings.changed': event({ payload: settings }),
} satisfies IpcDefinition
