import type { Log } from '../../electron/services/log/log.port.ts'

/** Keeps lines instead of writing them. */
export function memoryLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  const keep = (level: string) => (what: string, facts?: unknown) =>
    void lines.push(`${level} ${what} ${JSON.stringify(facts ?? {})}`)
  return {
    lines,
    info: keep('info'),
    warn: keep('warn'),
    error: (what, error, facts) =>
      void lines.push(`error ${what} ${String(error)} ${JSON.stringify(facts ?? {})}`),
  }
}
