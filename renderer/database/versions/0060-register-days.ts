/** Version 60: numbers of a book by their day. */
export const registerDays = {
  number: 60,
  stores: { register: 'id, [book+number], [book+date], subject' },
} as const
