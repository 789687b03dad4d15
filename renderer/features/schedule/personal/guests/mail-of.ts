/** An address as people write it. */
export const mailOf = (address: string): string => address.replace(/^mailto:/, '')
