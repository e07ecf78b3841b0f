/** `1 account`, `2 accounts`: a number with its word. */
export const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
