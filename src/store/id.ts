import { randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
let last = 0n

/** A new id: 20 characters of base 32, 48 bits of time and 52 random; ids of one process sort in the order of making. */
export function newId(now: number = Date.now()): string {
  const random = BigInt(`0x${randomBytes(8).toString('hex')}`) & 0xfffffffffffffn
  let value = (BigInt(now) << 52n) | random
  if (value <= last) value = last + 1n
  last = value
  let id = ''
  for (let i = 0; i < 20; i++) {
    id = alphabet[Number(value & 31n)] + id
    value >>= 5n
  }
  return id
}
