/** What the preload offers to the page: three functions, nothing else. */
export interface Bridge {
  invoke(name: string, input: unknown): Promise<unknown>
  subscribe(name: string, listener: (payload: unknown) => void): () => void
  tokenForFile(file: File): Promise<unknown>
}

declare global {
  interface Window {
    readonly congso: Bridge
  }
}
