import type { Settings } from '#shared/ipc/settings.ipc.ts'

export const defaultSettings: Settings = {
  language: 'vi',
  scheme: 'system',
  textSize: 'normal',
  sidebarCollapsed: false,
  simpleMode: false,
  meetingReminders: 'before',
  density: 'two-lines',
}
