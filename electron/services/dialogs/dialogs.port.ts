/** Dialogs of the system. Paths stay in main. */
export interface Dialogs {
  /** Paths of the chosen files; empty when the user closed it. */
  openFiles(options: {
    readonly extensions: readonly string[]
    readonly several: boolean
  }): Promise<readonly string[]>
  /** Where to write; undefined when the user closed it. */
  saveFile(proposedName: string): Promise<string | undefined>
  /** Whether the user agrees to open an address outside. */
  confirmAddress(address: string): Promise<boolean>
}
