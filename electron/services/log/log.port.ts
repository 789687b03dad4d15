/** Plain facts beside a log line; never content of documents, never names of persons. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>

/** The program's own log, for support. Every line is redacted before it is written; writing never throws. */
export interface Log {
  info(what: string, facts?: LogFacts): void
  warn(what: string, facts?: LogFacts): void
  error(what: string, error: unknown, facts?: LogFacts): void
}
