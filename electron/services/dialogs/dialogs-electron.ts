import { dialog, type BrowserWindow } from 'electron'
import type { Language } from '#shared/ipc/app.ipc.ts'
import type { Dialogs } from './dialogs.port.ts'
import words from './words.json' with { type: 'json' }

export interface DialogsOptions {
  readonly window: () => BrowserWindow | undefined
  readonly language: () => Language
}

export function dialogsElectron({ window, language }: DialogsOptions): Dialogs {
  return {
    async openFiles({ extensions, several }) {
      const options: Electron.OpenDialogOptions = {
        properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
        ...(extensions.length === 0
          ? {}
          : { filters: [{ name: extensions.join(', '), extensions: [...extensions] }] }),
      }
      const parent = window()
      const { canceled, filePaths } = await (parent
        ? dialog.showOpenDialog(parent, options)
        : dialog.showOpenDialog(options))
      return canceled ? [] : filePaths
    },
    async saveFile(defaultPath) {
      const parent = window()
      const { canceled, filePath } = await (parent
        ? dialog.showSaveDialog(parent, { defaultPath })
        : dialog.showSaveDialog({ defaultPath }))
      return canceled || filePath === '' ? undefined : filePath
    },
    async confirmAddress(address) {
      const { open, cancel, ask } = words[language()]
      const options = { message: ask, detail: address, buttons: [open, cancel], defaultId: 1, cancelId: 1 }
      const parent = window()
      const { response } = await (parent
        ? dialog.showMessageBox(parent, options)
        : dialog.showMessageBox(options))
      return response === 0
    },
  }
}
