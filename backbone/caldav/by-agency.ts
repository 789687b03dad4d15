import { z } from 'zod'
import { jsonFile } from '../sealing/json-file.ts'
import type { SealedFiles } from '../sealing/sealed-files.ts'

/** What the operator of the node set for each agency. */
export interface ByAgency<T> {
  of(workspace: string): Promise<T | undefined>
  /** Undefined takes it away. */
  set(workspace: string, value: T | undefined): Promise<void>
}

/** In a sealed file of this name, read anew each time, so that what the operator sets holds for a node that runs. */
export function byAgency<T>(
  files: Pick<SealedFiles, 'read' | 'write'>,
  name: string,
  value: z.ZodType<T>,
): ByAgency<T> {
  const file = jsonFile(files, name, z.record(z.string(), value), {})
  return {
    of: async (workspace) => (await file.read())[workspace],
    set: async (workspace, next) => {
      await file.change((before) => {
        const others = Object.entries(before).filter(([id]) => id !== workspace)
        return Object.fromEntries(next === undefined ? others : [...others, [workspace, next] as const])
      })
    },
  }
}
