/** Version 100: lines of former registers by register and number, and the imports they came with. */
export const formerRegisters = {
  number: 100,
  stores: {
    former: 'id, [shelf+sort], import',
    formerImports: 'id',
  },
} as const
