import type { SigningDelegation } from '#shared/domain/directory/signing-delegation.ts'
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

/** Who may sign by order or by authorisation. Content: `SigningDelegation`. */
export const signingDelegations: Projection = {
  table: 'signingDelegations',
  rowsOf: (of) =>
    of.kind === 'signing-delegation'
      ? [{ id: of.state.id, index: {}, content: of.state satisfies SigningDelegation, counts: [] }]
      : [],
}
