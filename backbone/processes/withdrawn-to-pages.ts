import type { FormerImportEvent } from '#shared/domain/registers/former/former-import-decider.ts'
import type { Process } from './process.ts'

type Withdrawn = Extract<FormerImportEvent, { type: 'withdrawn' }>

/** An import that is withdrawn takes its lines and files from every page it wrote on. */
export const withdrawnToPages: Process = {
  name: 'withdrawn-to-pages',
  follows: ['former-import.withdrawn'],
  react: ({ aggregate, event }) =>
    (event as unknown as Withdrawn).pages.map((id) => ({
      kind: 'act',
      aggregate: { kind: 'former-page', id },
      type: 'former-page.withdraw',
      payload: { import: aggregate.id },
    })),
}
