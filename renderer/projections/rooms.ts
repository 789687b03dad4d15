import type { Projection } from './projection.ts'

/** Rooms and equipment with their bookings, whole: an agency has some tens of them. */
export const rooms: Projection = {
  table: 'rooms',
  rowsOf: (of) =>
    of.kind === 'room' && of.state.name !== ''
      ? [{ id: of.state.id, index: {}, content: of.state, counts: [] }]
      : [],
}
