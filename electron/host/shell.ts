import { runOnDesktop } from './run-program.ts'

async function openWithDesktop(target: string): Promise<string> {
  const { code } = await runOnDesktop('xdg-open', [target])
  return code === 0 ? '' : `Could not open ${target}`
}

export const shell = {
  /** Rejects when nothing could open the address; without a screen nothing can. */
  async openExternal(url: string): Promise<void> {
    const problem = await openWithDesktop(url)
    if (problem) throw new Error(problem)
  },
  openPath(file: string): Promise<string> {
    return openWithDesktop(file)
  },
}
