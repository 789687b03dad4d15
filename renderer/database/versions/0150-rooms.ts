/** Version 150: rooms and equipment. */
export const roomTables = {
  number: 150,
  stores: { rooms: 'id' },
} as const
