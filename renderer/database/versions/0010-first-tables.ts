/** Version 10: everything the main job needs. Index fields only; contents are sealed. */
export const firstTables = {
  number: 10,
  stores: {
    meta: 'name',
    counters: 'name',
    aggregates: 'key, kind, readOnly',
    entries: 'first, *aggregates',
    outbox: 'id, order, status, aggregate',
    text: 'key',
    blobs: 'id, aggregate, hash',
    outgoing: 'id, [box+sort]',
    incoming: 'id, [box+sort]',
    work: 'id, [post+due]',
    deliveries: 'id, dispatch, [state+sort]',
    register: 'id, [book+number], subject',
    books: 'id',
    people: 'id',
    units: 'id',
    correspondents: 'id, code',
  },
} as const
