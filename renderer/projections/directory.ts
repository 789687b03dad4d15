import type { Projection } from './projection.ts'

/** Posts with their holders: the people one can route to. Content: `Post`. */
export const people: Projection = {
  table: 'people',
  rowsOf: (of) => (of.kind === 'post' ? [{ id: of.state.id, index: {}, content: of.state, counts: [] }] : []),
}

/** Content: `Unit`. */
export const units: Projection = {
  table: 'units',
  rowsOf: (of) => (of.kind === 'unit' ? [{ id: of.state.id, index: {}, content: of.state, counts: [] }] : []),
}

/** Agencies one may write to. Content: `Correspondent`. */
export const correspondents: Projection = {
  table: 'correspondents',
  rowsOf: (of) =>
    of.kind === 'correspondent'
      ? [{ id: of.state.id, index: { code: of.state.code }, content: of.state, counts: [] }]
      : [],
}
