/** Files of the program's own folder. A write is whole or not at all, also through a power cut. */
export interface Files {
  /** The content, or undefined when there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>
  /** Written beside, flushed, renamed over what was there; readable by this user only. Throws AppError `disk-full`. */
  write(path: string, content: Uint8Array): Promise<void>
  /** As `write`, for content that comes in parts. */
  writeParts(path: string, parts: AsyncIterable<Uint8Array>): Promise<void>
  /** Removes a file or a whole folder; nothing there is fine. */
  remove(path: string): Promise<void>
  /** Names in a folder, unsorted; empty when there is no such folder. Leftovers of broken-off writes are not named. */
  list(folder: string): Promise<string[]>
}
