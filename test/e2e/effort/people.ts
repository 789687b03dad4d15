/** Who does what; people of the practice province, all invented. */
export const clerk = 'Hồ Thị Lụa'
export const specialist = 'Phan Thị Mai Anh'
export const secondSpecialist = 'Chu Đức Long'
export const unitHead = 'Lương Quốc Bảo'
export const director = 'Nguyễn Hữu Tường'
export const deputy = 'Đặng Thị Ngọc Hà'
