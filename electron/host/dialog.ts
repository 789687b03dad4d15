import type { BrowserWindow } from './browser-window.ts'
import { runOnDesktop } from './run-program.ts'

type OpenOptions = Pick<Electron.OpenDialogOptions, 'title' | 'defaultPath' | 'filters' | 'properties'>
type SaveOptions = Pick<Electron.SaveDialogOptions, 'title' | 'defaultPath' | 'filters'>
type MessageOptions = Pick<
  Electron.MessageBoxOptions,
  'title' | 'message' | 'detail' | 'buttons' | 'cancelId' | 'defaultId'
>
type Call<T> = [T] | [BrowserWindow, T]

const SEPARATOR = '\n'

function optionsOf<T>(call: Call<T>): T {
  return call.length === 2 ? call[1] : call[0]
}

function common({ title, defaultPath, filters }: SaveOptions): string[] {
  return [
    ...(title ? [`--title=${title}`] : []),
    ...(defaultPath ? [`--filename=${defaultPath}`] : []),
    ...(filters ?? []).map(({ name, extensions }) => {
      const patterns = extensions.map((extension) => (extension === '*' ? '*' : `*.${extension}`))
      return `--file-filter=${name} | ${patterns.join(' ')}`
    }),
  ]
}

/** Dialogs of the desktop through zenity. Without a screen every dialog answers as if it had been cancelled. */
export const dialog = {
  async showOpenDialog(...call: Call<OpenOptions>): Promise<Electron.OpenDialogReturnValue> {
    const options = optionsOf(call)
    const { properties = [] } = options
    const { code, output } = await runOnDesktop('zenity', [
      '--file-selection',
      `--separator=${SEPARATOR}`,
      ...(properties.includes('multiSelections') ? ['--multiple'] : []),
      ...(properties.includes('openDirectory') ? ['--directory'] : []),
      ...common(options),
    ])
    return code === 0
      ? { canceled: false, filePaths: output.split(SEPARATOR) }
      : { canceled: true, filePaths: [] }
  },

  async showSaveDialog(...call: Call<SaveOptions>): Promise<Electron.SaveDialogReturnValue> {
    const args = ['--file-selection', '--save', '--confirm-overwrite', ...common(optionsOf(call))]
    const { code, output } = await runOnDesktop('zenity', args)
    return code === 0 ? { canceled: false, filePath: output } : { canceled: true, filePath: '' }
  },

  /** The first button is the answer "yes"; closing the dialog is `cancelId`. */
  async showMessageBox(...call: Call<MessageOptions>): Promise<Electron.MessageBoxReturnValue> {
    const { title, message, detail, buttons = ['OK'], cancelId = buttons.length - 1 } = optionsOf(call)
    const text = detail ? `${message}\n\n${detail}` : message
    const { code } = await runOnDesktop('zenity', [
      buttons.length > 1 ? '--question' : '--info',
      '--no-markup',
      ...(title ? [`--title=${title}`] : []),
      `--text=${text}`,
      `--ok-label=${buttons[0] ?? 'OK'}`,
      ...(buttons.length > 1 ? [`--cancel-label=${buttons[cancelId] ?? ''}`] : []),
    ])
    return { response: code === 0 ? 0 : cancelId, checkboxChecked: false }
  },
}
