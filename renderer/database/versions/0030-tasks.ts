/** Version 30: tasks by letter and by deadline, and who is away. */
export const taskTables = {
  number: 30,
  stores: {
    tasks: 'id, letter, [state+due]',
    absences: 'id',
  },
} as const
