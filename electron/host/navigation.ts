import { toAppUrl } from './addresses.ts'

/** Where one page is, where it is going, and who waits for it to arrive. */
export class Navigation {
  /** App address of the current document; empty before the first. */
  url = ''
  isLoading = false
  #expected = ''
  #lastLoaded = ''
  #waiting: { loaderId: string; resolve: () => void; reject: (error: Error) => void } | undefined

  /** The app itself sends the page there, so nobody needs to be asked. */
  expect(engineUrl: string): void {
    this.#expected = withoutHash(engineUrl)
    this.isLoading = true
  }

  isExpected(engineUrl: string): boolean {
    return this.#expected === withoutHash(engineUrl)
  }

  committed(engineUrl: string): void {
    this.url = toAppUrl(engineUrl)
    this.#expected = ''
    this.isLoading = true
  }

  /** The document of this loader has loaded. */
  finished(loaderId: string): void {
    this.isLoading = false
    this.#lastLoaded = loaderId
    if (this.#waiting?.loaderId === loaderId) this.#settle()
  }

  /** The page is gone, or stays where it is. */
  failed(reason: string): void {
    this.isLoading = false
    this.#settle(new Error(reason))
  }

  /** Rejects when another navigation takes the place of this one. */
  arrival(loaderId: string): Promise<void> {
    this.#settle(new Error('ERR_ABORTED: another navigation took its place'))
    if (this.#lastLoaded === loaderId) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#waiting = { loaderId, resolve, reject }
    })
  }

  #settle(error?: Error): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    if (error) waiting?.reject(error)
    else waiting?.resolve()
  }
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? ''
}
