/** Whether a name is that of a register of secret documents: `Sổ văn bản mật`, `Tối mật`; not `Bảo mật thông tin` (Decree 30 Art 16.3, 22.4). */
export const namesSecrets = (name: string): boolean =>
  /(?:^|\s)(?:(?:văn bản|tài liệu|sổ) mật|tuyệt mật|tối mật)(?!\p{L})/iu.test(name.normalize('NFC'))
